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
 * @param drain what was asked and seen
 * @param decision what was decided, and why
 * @param outcome what came of it
 */
record DecisionLine(Case drain, Decision decision, Outcome outcome) {
    /** In words. */
    String words(Instant now) {
        return name() + ": " + decision.verdict() + ", " + decision.reasons() + "; " + outcome.words() + ", "
                + drain.term().age(now).toSeconds() + " s after it was asked for" + deadline(now);
    }

    /** In fields, for programs. */
    Map<String, String> fields(Instant now) {
        DrainRequest request = drain.request();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("instance", request.instanceId());
        fields.put("group", request.action().group());
        fields.put("hook", request.action().hook());
        fields.put("reason", request.reason().word());
        fields.put("cluster", drain.sight().place().cluster());
        fields.put("verdict", decision.verdict().name());
        fields.put(
                "blockers",
                decision.blockers().keySet().stream().map(Blocker::name).collect(Collectors.joining(",")));
        fields.put("outcome", outcome.name());
        fields.put("firstSeen", request.firstSeen().toString());
        fields.put("age", String.valueOf(drain.term().age(now).toSeconds()));
        fields.put("deadline", drain.term().deadline().toString());
        return fields;
    }

    private String name() {
        DrainRequest request = drain.request();
        return request.action()
                + (request.reason().awaited() ? "" : " (" + request.reason().word() + ")");
    }

    /** How the deadline stands, if it is news. */
    private String deadline(Instant now) {
        Duration left = Duration.between(now, drain.term().deadline());
        if (!drain.term().near(now) || decision.verdict() == Verdict.NOTHING_TO_DO) {
            return "";
        }
        return drain.term().late(now)
                ? ", " + left.negated().toSeconds() + " s after its deadline"
                : ", " + left.toSeconds() + " s before its deadline";
    }
}
