package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** No invocation makes more calls than its looks at so many instances can need. */
public final class CallsStayInBudget implements Invariant {
    /** Twelve looks at most, each a few calls per cluster, load balancer and instance; twice what runs are seen to need. */
    private static final int BASE = 150;

    private static final int PER_INSTANCE = 60;

    private static final String TERMINATION_QUEUE = "termination-queue";

    /** Fresh copies come after 500 receives, so none is due in a run. */
    private static final int COPIES = 3;

    private final Map<String, Integer> calls = new HashMap<>();
    private int copies;

    @Override
    public String sentence() {
        return "No invocation makes more calls than its looks at so many instances can need, and no message is copied"
                + " again and again.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!call.ours()) {
            return Optional.empty();
        }
        boolean copy = call.caller().equals("terminator")
                && call.name().startsWith("sqs:SendMessage")
                && call.request().toString().contains(TERMINATION_QUEUE);
        copies += copy ? 1 : 0;
        int number = calls.merge(call.caller(), 1, Integer::sum);
        int most = BASE + PER_INSTANCE * (truth.open().size() + truth.announced());
        if (copies > COPIES) {
            return Optional.of(copies + " copies of messages were sent");
        }
        return number > most
                ? Optional.of("%d calls of %s since an invocation of it ended, with %d waits open"
                        .formatted(number, call.caller(), truth.open().size()))
                : Optional.empty();
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        if (event instanceof Invocation invocation) {
            calls.remove(invocation.function());
        }
        return Optional.empty();
    }
}
