package dev.drainpipe.simulator.ecs;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Refuses what AWS refuses about a request's members, and what the simulator does not simulate. */
final class Checks {
    private Checks() {}

    /** A list that must have one entry at least and this many at most. */
    static void size(String name, Collection<?> list, int most) {
        if (list.isEmpty()) {
            throw EcsErrors.invalid(name + " cannot be empty.");
        }
        if (list.size() > most) {
            throw EcsErrors.invalid("%s can have at most %d entries.".formatted(name, most));
        }
    }

    /** A member that must be given. */
    static <T> T given(String name, @Nullable T value) {
        if (value == null) {
            throw EcsErrors.invalid(name + " cannot be empty.");
        }
        return value;
    }

    /** A number that must lie between these two, both inclusive. */
    static int between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw EcsErrors.invalid("%s must be between %d and %d.".formatted(name, least, most));
        }
        return value;
    }

    /** Refuses every member that is set and not among these. */
    static void simulated(SdkPojo request, Set<String> members) {
        for (SdkField<?> field : request.sdkFields()) {
            if (!members.contains(field.memberName()) && isSet(field.getValueOrDefault(request))) {
                throw EcsErrors.notSimulated(field.memberName());
            }
        }
    }

    private static boolean isSet(@Nullable Object value) {
        if (value instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null && !Boolean.FALSE.equals(value);
    }
}
