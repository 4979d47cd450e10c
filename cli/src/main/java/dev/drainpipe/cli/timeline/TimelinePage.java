package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.RunSetup;
import dev.drainpipe.cli.report.Sentences;
import dev.drainpipe.cli.report.Stage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a run as one HTML page: picture, numbers and log, with nothing to load from anywhere. */
public final class TimelinePage {
    private static final int FEW_LEAVERS = 24;

    private TimelinePage() {}

    /** The page; the log is shown as it is, line by line. */
    public static String html(RunReport report, List<String> log) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", report.succeeded() ? "Nothing was lost" : "Something was lost");
        parts.put("mood", report.succeeded() ? "good" : "bad");
        parts.put("outcome", Html.escape(Sentences.outcome(report)));
        parts.put("setup", Html.escape(setup(report)));
        parts.put("shortcomings", shortcomings(report));
        parts.put("tiles", Tiles.html(report));
        parts.put("legend", legend());
        parts.put("gantt", GanttChart.draw(report));
        parts.put("counts", CountsChart.draw(report));
        parts.put("spare", Html.escape("N+" + report.setup().spare() + " " + Sentences.spare(report)));
        parts.put("inflight", TrafficChart.drawInFlight(report));
        parts.put("persecond", TrafficChart.drawPerSecond(report));
        parts.put("open", report.leavers().size() <= FEW_LEAVERS ? "open" : "");
        parts.put("stages", Tables.stages(report));
        parts.put("milestones", Tables.milestones(report));
        parts.put("functions", Tables.functions(report));
        parts.put("lines", "%,d".formatted(log.size()));
        parts.put("log", log.stream().map(Html::escape).collect(Collectors.joining("\n")));
        parts.put("data", HoverData.json(report));
        return Skeleton.fill(parts);
    }

    private static String setup(RunReport report) {
        RunSetup setup = report.setup();
        return "%d instances, %d tasks, scale-in by %d, %s, %s, seed %d. %s of virtual time after the scale-in."
                .formatted(
                        setup.instances(),
                        setup.tasks(),
                        setup.scaleIn(),
                        setup.loadBalancer().equals("classic") ? "Classic Load Balancer" : "target group",
                        setup.drainpipe() ? "with Drainpipe" : "without Drainpipe",
                        setup.seed(),
                        Elapsed.minutes(report.window().since(report.window().end())));
    }

    private static String shortcomings(RunReport report) {
        return report.shortcomings().stream()
                .map(sentence -> "<li>" + Html.escape(sentence) + "</li>\n")
                .collect(Collectors.joining());
    }

    private static String legend() {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage == Stage.IN_SERVICE || stage.leaving())
                .map(stage -> "<li title=\"%s\"><i class=\"%s\"></i>%s</li>\n"
                        .formatted(
                                Html.escape(stage.meaning()), GanttChart.cssClass(stage), Html.escape(stage.words())))
                .collect(Collectors.joining());
    }
}
