package dev.drainpipe.cli.report;

import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.simulator.world.WorldEvent.RequestServed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts requests by the second, so that a long run stays small. */
final class TrafficRecord {
    private static final double MILLIS_PER_SECOND = 1000;

    private final TreeMap<Long, TrafficSecond> seconds = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int served;
    private int dropped;

    void served(RequestServed request) {
        served++;
        add(request.at().getEpochSecond(), new TrafficSecond(1, 0, 0));
        long end = request.at().toEpochMilli();
        long from = end - request.took().toMillis();
        while (from < end) {
            long second = Math.floorDiv(from, 1000L);
            long until = Math.min(end, (second + 1) * 1000L);
            add(second, new TrafficSecond(0, 0, (until - from) / MILLIS_PER_SECOND));
            from = until;
        }
    }

    void dropped(RequestDropped request) {
        dropped++;
        reasons.merge(request.reason(), 1, Integer::sum);
        add(request.at().getEpochSecond(), new TrafficSecond(0, 1, 0));
    }

    private void add(long second, TrafficSecond more) {
        seconds.merge(second, more, TrafficSecond::plus);
    }

    int served() {
        return served;
    }

    int dropped() {
        return dropped;
    }

    TrafficReport report(Window window) {
        List<TrafficSecond> list = new ArrayList<>();
        Instant moment = window.start();
        while (moment.isBefore(window.end())) {
            list.add(seconds.getOrDefault(moment.getEpochSecond(), TrafficSecond.QUIET));
            moment = moment.plusSeconds(1);
        }
        return new TrafficReport(served, dropped, reasons, list);
    }
}
