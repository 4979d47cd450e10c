package dev.drainpipe.simulator.wire;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.awscore.AwsRequest;

/** The SDK's request classes, by reflection: one look-up per class. */
final class Models {
    private final Map<Class<?>, Method> builders = new HashMap<>();

    /** A new builder of a request class; every one has a static {@code builder()}. */
    AwsRequest.Builder requestBuilder(Class<?> model) {
        try {
            return (AwsRequest.Builder)
                    builders.computeIfAbsent(model, Models::builderMethod).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(model + " is not one of the SDK's request classes", e);
        }
    }

    private static Method builderMethod(Class<?> model) {
        try {
            return model.getMethod("builder");
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(model + " is not one of the SDK's request classes", e);
        }
    }
}
