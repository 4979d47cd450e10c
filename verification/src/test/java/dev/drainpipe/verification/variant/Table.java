package dev.drainpipe.verification.variant;

import java.util.List;
import java.util.stream.Collectors;

/** What was found, as a table for people. */
final class Table {
    private Table() {}

    static String of(List<Hunt.Trophy> trophies) {
        String head = "| variant | what it costs, or whose bug it is | seed | found by |\n| --- | --- | ---: | --- |\n";
        return trophies.stream().map(Table::line).collect(Collectors.joining("\n", head, "\n"));
    }

    private static String line(Hunt.Trophy trophy) {
        Variant variant = trophy.variant();
        return "| %s | %s | %s | %s |"
                .formatted(
                        variant.name(),
                        variant.outage(),
                        trophy.caught() ? String.valueOf(trophy.seed()) : "**none**",
                        trophy.caught() ? trophy.by() : "not by " + String.join(", ", variant.caughtBy()) + "; by " + trophy.others());
    }
}
