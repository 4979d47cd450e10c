package dev.drainpipe.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark found.
 *
 * @param tables for people
 * @param picture the one comparison that matters most
 * @param data all of it, for programs: texts, numbers, lists and maps
 */
public record Result(List<Table> tables, BarChart picture, Map<String, ?> data) {
    public Result {
        tables = List.copyOf(tables);
    }
}
