package dev.drainpipe.proof.invariant;

import java.util.Optional;

/** In a dry run no function makes a call that changes anything. */
public final class DryRunsChangeNothing implements Invariant {
    @Override
    public String sentence() {
        return "In a dry run no function makes a call that changes anything.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        boolean dry = truth.plan().options().dryRun();
        return dry && call.ours() && call.writes()
                ? Optional.of(call.caller() + " called " + call.name())
                : Optional.empty();
    }
}
