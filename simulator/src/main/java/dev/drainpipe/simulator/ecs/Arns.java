package dev.drainpipe.simulator.ecs;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Answers what a name, an id or an ARN means: ECS accepts each of them almost everywhere. */
final class Arns {
    private static final String PREFIX = "arn:";

    private Arns() {}

    /** The entry of this key, or of this ARN in its long form or in the old short one without the cluster's name. */
    static <T> Optional<T> find(String keyOrArn, Map<String, T> byKey, Function<T, String> arn) {
        Optional<T> found = Optional.ofNullable(byKey.get(lastSegment(keyOrArn)));
        return keyOrArn.startsWith(PREFIX)
                ? found.filter(t -> keyOrArn.equals(arn.apply(t)) || keyOrArn.equals(withoutCluster(arn.apply(t))))
                : found.filter(t -> keyOrArn.indexOf('/') < 0);
    }

    /** What stands after the last slash; all of it if there is none. */
    static String lastSegment(String keyOrArn) {
        return keyOrArn.substring(keyOrArn.lastIndexOf('/') + 1);
    }

    /** The ARN of a resource that was not found: as it was given, or made from the id. */
    static String missing(String keyOrArn, UnaryOperator<String> arnOfKey) {
        return keyOrArn.startsWith(PREFIX) ? keyOrArn : arnOfKey.apply(keyOrArn);
    }

    private static String withoutCluster(String arn) {
        int first = arn.indexOf('/');
        int last = arn.lastIndexOf('/');
        return arn.substring(0, first) + arn.substring(last);
    }
}
