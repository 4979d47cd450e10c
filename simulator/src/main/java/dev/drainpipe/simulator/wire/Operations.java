package dev.drainpipe.simulator.wire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/** The operations of one service by their names on the wire, each from an SDK request class to its response class. */
public final class Operations {
    /** In any case, as the SDK's class names change the case of acronyms: DescribeSslPoliciesRequest. */
    private final Map<String, Operation<?>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** One operation: the class to read the request into, and what answers it. */
    public record Operation<I extends SdkPojo>(Class<I> request, Function<I, ? extends SdkPojo> answer) {
        /** What answers this input, which is of the request's class. */
        public Supplier<? extends SdkPojo> answering(SdkPojo input) {
            I typed = request.cast(input);
            return () -> answer.apply(typed);
        }
    }

    /** Adds an operation; its wire name is the request class's name without {@code Request}. */
    public <I extends SdkPojo> Operations on(Class<I> request, Function<I, ? extends SdkPojo> answer) {
        String name = request.getSimpleName();
        byName.put(name.substring(0, name.length() - "Request".length()), new Operation<>(request, answer));
        return this;
    }

    /** The operation of this wire name, if it is simulated. */
    public Optional<Operation<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The wire names of all operations that are simulated. */
    public Set<String> names() {
        return Set.copyOf(byName.keySet());
    }
}
