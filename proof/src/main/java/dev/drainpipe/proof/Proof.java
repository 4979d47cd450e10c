package dev.drainpipe.proof;

import dev.drainpipe.proof.draw.Draw;
import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.run.Playing;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.world.WorldEvent;
import java.util.function.Consumer;

/**
 * Proof by simulation: runs of the whole pipeline in accounts drawn from seeds, under troubles drawn from them, too, held to
 * what must never happen.
 *
 * <p>Runs are independent of each other, so several threads may use one proof.
 */
public final class Proof {
    private final Template template;
    private final ClassLoader functions;

    /**
     * A proof of these functions.
     *
     * @param template what is deployed
     * @param functions where the handlers that the template names are found
     */
    public Proof(Template template, ClassLoader functions) {
        this.template = template;
        this.functions = functions;
    }

    /** The run of a seed. */
    public RunResult run(long seed) {
        return run(Draw.plan(seed));
    }

    /** The run of a plan. */
    public RunResult run(Plan plan) {
        return run(plan, event -> {});
    }

    /** The run of a plan, with somebody who hears all that happens in it. */
    public RunResult run(Plan plan, Consumer<WorldEvent> listener) {
        try (Playing playing = new Playing(plan, template, functions, listener)) {
            return playing.play();
        }
    }
}
