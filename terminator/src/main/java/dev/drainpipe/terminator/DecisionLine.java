package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The line in the log for one decision: who, the verdict, all reasons, how old the drain is, what came of it.
 *
 * @param request the drain
 * @param decision what was decided, and why
 * @param outcome what came of it
 */
record DecisionLine(DrainRequest request, Decision decision, Outcome outcome) {
    /** In words. */
    String words(Instant now) {
        return request.action() + ": " + decision.verdict() + ", " + decision.reasons() + "; " + outcome.words() + ", "
                + age(now) + " s after it was asked for";
    }

    /** In fields, for programs. */
    Map<String, String> fields(Instant now) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("instance", request.instanceId());
        fields.put("group", request.action().group());
        fields.put("hook", request.action().hook());
        fields.put("cluster", request.cluster());
        fields.put("verdict", decision.verdict().name());
        fields.put(
                "blockers",
                decision.blockers().keySet().stream().map(Blocker::name).collect(Collectors.joining(",")));
        fields.put("outcome", outcome.name());
        fields.put("firstSeen", request.firstSeen().toString());
        fields.put("age", String.valueOf(age(now)));
        return fields;
    }

    private long age(Instant now) {
        return Duration.between(request.firstSeen(), now).toSeconds();
    }
}
