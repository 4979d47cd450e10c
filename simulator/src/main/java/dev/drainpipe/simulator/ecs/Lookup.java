package dev.drainpipe.simulator.ecs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.ecs.model.Failure;

/**
 * What a Describe call found, and the failures for what it did not.
 *
 * @param found the views of what there is, in the order in which it was asked for
 * @param failures one for each name, id or ARN that means nothing
 */
record Lookup<V>(List<V> found, List<Failure> failures) {
    /**
     * Looks everything up.
     *
     * @param arnOfKey the ARN that a name or id would have
     */
    static <V> Lookup<V> of(List<String> given, Function<String, Optional<V>> find, UnaryOperator<String> arnOfKey) {
        List<V> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String keyOrArn : given) {
            find.apply(keyOrArn)
                    .ifPresentOrElse(
                            found::add, () -> failures.add(Failures.missing(Arns.missing(keyOrArn, arnOfKey))));
        }
        return new Lookup<>(found, failures);
    }
}
