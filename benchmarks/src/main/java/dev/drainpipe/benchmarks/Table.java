package dev.drainpipe.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** A table with a sentence above it. */
public record Table(String caption, List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table in Markdown, which a terminal shows well enough, too. */
    public String markdown() {
        String rule = columns.stream().map(column -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        return rows.stream()
                .map(Table::line)
                .collect(Collectors.joining("\n", caption + "\n\n" + line(columns) + "\n" + rule + "\n", "\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
