package dev.drainpipe.simulator.applicationautoscaling;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** The checks that are made before anything is looked at; what fails is a {@code ValidationException}. */
final class Requests {
    /** The one namespace that is simulated. */
    static final ServiceNamespace NAMESPACE = ServiceNamespace.ECS;

    /** The only dimension of that namespace (Application Auto Scaling API reference, RegisterScalableTarget). */
    static final String DIMENSION = "ecs:service:DesiredCount";

    /** The resource type is {@code service}, the identifier the names of cluster and service (the same page). */
    private static final Pattern RESOURCE_ID = Pattern.compile("service/[^/]+/[^/]+");

    private Requests() {}

    /** The value, which must have been sent. */
    static <T> T given(@Nullable T value, String member) {
        if (value == null) {
            throw invalid("1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must"
                            .formatted(member)
                    + " not be null");
        }
        return value;
    }

    /** Refuses every namespace but that of ECS: those of AWS as not simulated, others as wrong. */
    static void namespace(@Nullable String namespace) {
        given(namespace, "serviceNamespace");
        boolean real = Arrays.stream(ServiceNamespace.values())
                .anyMatch(value -> value.toString().equals(namespace));
        if (!real) {
            throw invalid("1 validation error detected: Value '%s' at 'serviceNamespace' failed to satisfy constraint:"
                            .formatted(namespace)
                    + " Member must satisfy enum value set");
        }
        if (!NAMESPACE.toString().equals(namespace)) {
            throw notSimulated("the namespace " + namespace);
        }
    }

    /** Refuses what is no service of ECS, or not its desired count. */
    static void service(String resourceId, String dimension) {
        if (!RESOURCE_ID.matcher(resourceId).matches()) {
            throw unsupported();
        }
        dimension(dimension);
    }

    /** Refuses what is not the desired count of a service of ECS. */
    static void dimension(String dimension) {
        if (!DIMENSION.equals(dimension)) {
            throw unsupported();
        }
    }

    static AwsError invalid(String text) {
        return AwsError.sender("ValidationException", text);
    }

    /** What AWS can do and the simulator cannot. */
    static AwsError notSimulated(String what) {
        return AwsError.sender(
                "NotSimulated", "The simulated Application Auto Scaling does not simulate %s.".formatted(what));
    }

    private static AwsError unsupported() {
        return invalid("Unsupported service namespace, resource type or scalable dimension");
    }
}
