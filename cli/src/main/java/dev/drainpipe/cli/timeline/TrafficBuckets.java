package dev.drainpipe.cli.timeline;

import dev.drainpipe.cli.report.TrafficSecond;
import java.util.ArrayList;
import java.util.List;

/**
 * The traffic of a window in at most a few hundred equal parts, each with rates per second.
 *
 * @param seconds how long each part is
 * @param parts the means of each part; dropped requests are a sum, because one is one too many
 */
record TrafficBuckets(int seconds, List<Part> parts) {
    private static final int MOST_PARTS = 336;

    /** One part: requests answered per second, requests lost, mean requests in flight. */
    record Part(double served, int dropped, double inFlight) {}

    static TrafficBuckets of(List<TrafficSecond> all) {
        int length = Math.max(1, (all.size() + MOST_PARTS - 1) / MOST_PARTS);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i += length) {
            List<TrafficSecond> group = all.subList(i, Math.min(all.size(), i + length));
            parts.add(new Part(
                    group.stream().mapToInt(TrafficSecond::served).average().orElse(0),
                    group.stream().mapToInt(TrafficSecond::dropped).sum(),
                    group.stream()
                            .mapToDouble(TrafficSecond::inFlight)
                            .average()
                            .orElse(0)));
        }
        return new TrafficBuckets(length, List.copyOf(parts));
    }
}
