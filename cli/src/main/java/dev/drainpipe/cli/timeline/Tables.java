package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.CallCount;
import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.FunctionReport;
import dev.drainpipe.cli.report.InstanceReport;
import dev.drainpipe.cli.report.Milestone;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Sentences;
import dev.drainpipe.cli.report.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the numbers behind the picture as tables. */
final class Tables {
    private static final List<Stage> STAGES =
            Arrays.stream(Stage.values()).filter(Stage::leaving).toList();

    private Tables() {}

    /** How long each instance spent in each stage, and how it went. */
    static String stages(RunReport report) {
        String head = row("th", "Instance", STAGES.stream().map(Stage::words), "Let go after");
        String body = report.leavers().stream()
                .map(i -> row("td", i.id(), durations(i), Sentences.departure(i)))
                .collect(Collectors.joining());
        return table(head, body);
    }

    private static Stream<String> durations(InstanceReport instance) {
        return STAGES.stream().map(stage -> Elapsed.minutes(instance.in(stage)));
    }

    /** When each instance reached each milestone, since the scale-in. */
    static String milestones(RunReport report) {
        String head = row("th", "Instance", Arrays.stream(Milestone.values()).map(Milestone::words), "");
        String body = report.leavers().stream()
                .map(i -> row("td", i.id(), moments(i, report), ""))
                .collect(Collectors.joining());
        return table(head, body);
    }

    private static Stream<String> moments(InstanceReport instance, RunReport report) {
        return Arrays.stream(Milestone.values())
                .map(m -> Optional.ofNullable(instance.milestones().get(m))
                        .map(at -> Elapsed.minutes(report.window().since(at)))
                        .orElse("–"));
    }

    /** What each function called, and how often. */
    static String functions(RunReport report) {
        StringBuilder html = new StringBuilder("<div class=\"functions\">\n");
        report.functions().forEach((name, function) -> html.append(function(name, function)));
        return html.append("</div>\n").toString();
    }

    private static String function(String name, FunctionReport function) {
        String calls = function.calls().entrySet().stream().map(Tables::call).collect(Collectors.joining());
        return "<section><h3>%s</h3><p>%s</p>%s</section>\n"
                .formatted(Html.escape(name), Html.escape(Sentences.function(function)), table("", calls));
    }

    private static String call(Map.Entry<String, CallCount> call) {
        CallCount count = call.getValue();
        String errors = count.errors() == 0 ? "" : "%d with an error".formatted(count.errors());
        return row("td", call.getKey(), Stream.of("%,d".formatted(count.calls())), errors);
    }

    private static String table(String head, String body) {
        String top = head.isEmpty() ? "" : "<thead>" + head + "</thead>";
        return "<div class=\"scroll\"><table>%s<tbody>%s</tbody></table></div>\n".formatted(top, body);
    }

    private static String row(String cell, String first, Stream<String> numbers, String last) {
        String start = "<th scope=\"%s\">%s</th>".formatted(cell.equals("th") ? "col" : "row", Html.escape(first));
        String middle = numbers.map(n -> "<%s class=\"n\">%s</%s>".formatted(cell, Html.escape(n), cell))
                .collect(Collectors.joining());
        String end = last.isEmpty() ? "" : "<%s>%s</%s>".formatted(cell, Html.escape(last), cell);
        return "<tr>%s%s%s</tr>\n".formatted(start, middle, end);
    }
}
