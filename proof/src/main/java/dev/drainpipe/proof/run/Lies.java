package dev.drainpipe.proof.run;

import dev.drainpipe.simulator.wire.Passing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which answers may leave things out.
 *
 * <p>Whoever lies twice in a row cannot be told from the truth by anybody. So the next answer to the same question is
 * true, and so is the next one of the same service, by which an absence is checked.
 */
final class Lies {
    private final Map<String, Boolean> lastOfService = new HashMap<>();
    private final Set<String> liedTo = new HashSet<>();
    private String service = "";
    private String question = "";
    private boolean lastLied;

    /** A call comes in. */
    void hear(Passing call) {
        service = call.caller() + " " + call.service();
        question = call.toString();
        lastLied = lastOfService.getOrDefault(service, false);
        lastOfService.put(service, false);
    }

    /** Whether the answer to it may be a lie. */
    boolean may() {
        return !lastLied && !liedTo.remove(question);
    }

    /** It is. */
    void told() {
        liedTo.add(question);
        lastOfService.put(service, true);
    }
}
