package dev.drainpipe.cli.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened to the requests of a run.
 *
 * @param served how many were answered, from the first on
 * @param dropped how many were lost
 * @param reasons how many were lost for each reason
 * @param seconds what happened within each second of the window
 */
public record TrafficReport(int served, int dropped, Map<String, Integer> reasons, List<TrafficSecond> seconds) {
    public TrafficReport {
        reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
        seconds = List.copyOf(seconds);
    }
}
