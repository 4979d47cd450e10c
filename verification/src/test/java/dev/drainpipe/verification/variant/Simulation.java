package dev.drainpipe.verification.variant;

import dev.drainpipe.proof.Proof;
import dev.drainpipe.proof.Violation;
import dev.drainpipe.simulator.stack.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Runs seeds with the product as it is, or with a variant of it. */
final class Simulation {
    private final Template template;
    private final Proof right;
    private final Map<Long, Boolean> clean = new ConcurrentHashMap<>();

    Simulation() {
        try {
            this.template = Template.read(Path.of("..", "template.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.right = new Proof(template, WrongFunctions.none());
    }

    /** Runs with this variant. */
    Proof of(Variant variant) {
        return new Proof(template, WrongFunctions.of(variant));
    }

    /** Whether the product as it is, loaded in the same way, violates nothing with this seed. */
    boolean clean(long seed) {
        return clean.computeIfAbsent(seed, s -> violations(right, s).isEmpty());
    }

    List<Violation> violations(Proof proof, long seed) {
        return proof.run(seed).violations();
    }
}
