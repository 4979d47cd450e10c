package dev.drainpipe.cli.live;

import dev.drainpipe.cli.report.InstanceState;
import dev.drainpipe.cli.report.ServiceState;
import dev.drainpipe.cli.report.Stage;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** One picture of the live view: what is going on, each instance and what blocks it, the latest log lines. */
final class Frame {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int FIXED_LINES = 8;
    private static final int STAGE_WIDTH = 12;
    private static final String INDENT = "              ";

    private final Scene scene;
    private final int columns;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private Frame(Scene scene, int columns, Paint paint) {
        this.scene = scene;
        this.columns = columns;
        this.paint = paint;
    }

    /** How large the picture may be, and whether it has colours. */
    record Size(int columns, int rows, Paint paint) {}

    /** The picture as lines, never more or wider than the size; the log's last lines fill what is left. */
    static List<String> lines(Scene scene, List<String> log, Size size) {
        Frame frame = new Frame(scene, size.columns(), size.paint());
        frame.top();
        frame.instances(Math.max(1, (size.rows() - FIXED_LINES) * 2 / 3));
        frame.log(log, size.rows());
        return frame.lines.subList(0, Math.min(frame.lines.size(), size.rows()));
    }

    private void top() {
        lines.add(paint.strong(cut("Drainpipe  " + scene.title())));
        lines.add(cut("Clock      %s UTC, %s".formatted(CLOCK.format(scene.now()), scene.phase())));
        ServiceState service = scene.fleet().service();
        int active = scene.fleet().activeInstances();
        lines.add(cut("Tasks      %d desired, %d running, %d healthy, on %d ACTIVE instances (%d to spare)"
                .formatted(
                        service.desired(), service.running(), service.healthy(), active, active - service.desired())));
        Scene.Requests requests = scene.requests();
        String counts = cut("Requests   %,d in flight, %,d served, %,d dropped"
                .formatted(requests.inFlight(), requests.served(), requests.dropped()));
        lines.add(requests.dropped() > 0 ? paint.alarm(counts) : counts);
        lines.add("");
    }

    private void instances(int room) {
        lines.add(cut("%-19s  %-12s  %-5s  %s".formatted("instance", "stage", "tasks", "what blocks it")));
        Collection<InstanceState> all = scene.fleet().instances();
        // Those that leave come first: they are what the run is about.
        List<InstanceState> ordered = all.stream()
                .filter(i -> i.stage() != Stage.GONE)
                .sorted(Comparator.comparing(i -> !i.stage().leaving()))
                .toList();
        int shown = ordered.size() <= room ? ordered.size() : Math.max(0, room - 1);
        ordered.stream().limit(shown).forEach(this::instance);
        if (shown < ordered.size()) {
            long leaving = ordered.stream()
                    .skip(shown)
                    .filter(i -> i.stage().leaving())
                    .count();
            lines.add(cut("and %d more, %d of them leaving".formatted(ordered.size() - shown, leaving)));
        }
        int gone = all.size() - ordered.size();
        lines.add(gone == 0 ? "" : cut("%d gone".formatted(gone)));
    }

    private void instance(InstanceState instance) {
        Stage stage = instance.stage();
        String blockers = blockers(instance, stage);
        String line = cut("%-19s  %-12s  %5d  %s".formatted(instance.id(), stage.words(), instance.tasks(), blockers));
        int start = instance.id().length() + Math.max(0, 19 - instance.id().length()) + 2;
        int end = Math.min(line.length(), start + STAGE_WIDTH);
        lines.add(
                start >= end
                        ? line
                        : line.substring(0, start)
                                + paint.stage(stage, line.substring(start, end))
                                + line.substring(end));
    }

    private static String blockers(InstanceState instance, Stage stage) {
        if (!stage.leaving() || stage == Stage.LEAVING) {
            return "";
        }
        List<String> blockers = instance.blockers();
        return blockers.isEmpty() ? "nothing; the terminator's next look lets it go" : String.join("; ", blockers);
    }

    /** The latest lines that fit, whole: the end of a log line says what was decided. */
    private void log(List<String> log, int rows) {
        List<String> wrapped = log.stream().flatMap(line -> wrap(line).stream()).toList();
        int room = Math.max(0, rows - lines.size());
        lines.addAll(wrapped.subList(Math.max(0, wrapped.size() - room), wrapped.size()));
    }

    private List<String> wrap(String line) {
        List<String> parts = new ArrayList<>();
        String rest = clean(line);
        while (rest.length() > columns && columns > INDENT.length()) {
            parts.add(rest.substring(0, columns));
            rest = INDENT + rest.substring(columns);
        }
        parts.add(cut(rest));
        return parts;
    }

    private String cut(String line) {
        String clean = clean(line);
        return clean.length() <= columns ? clean : clean.substring(0, Math.max(0, columns - 1)) + ">";
    }

    private static String clean(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
