package dev.drainpipe.simulator.query;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** The checks that the Query services make before they look at anything; what fails is a {@code ValidationError}. */
public final class Validation {
    private Validation() {}

    /** The error that the Query services give for a request that cannot be right. */
    public static AwsError error(String text) {
        return AwsError.sender("ValidationError", text);
    }

    /** The value, which must have been sent. */
    public static <T> T required(@Nullable T value, String member) {
        if (value == null) {
            throw constraint("null", member, "Member must not be null");
        }
        return value;
    }

    /** The values, of which there must be at least one. */
    public static <T> List<T> requiredList(List<T> values, String member) {
        if (values.isEmpty()) {
            throw constraint("null", member, "Member must not be null");
        }
        return List.copyOf(values);
    }

    /** The number if it was sent; it must then lie between the two, which may occur themselves. */
    public static Optional<Integer> between(@Nullable Integer value, int least, int most, String member) {
        if (value == null) {
            return Optional.empty();
        }
        if (value < least) {
            throw constraint(value, member, "Member must have value greater than or equal to " + least);
        }
        if (value > most) {
            throw constraint(value, member, "Member must have value less than or equal to " + most);
        }
        return Optional.of(value);
    }

    /** The text, which must be one of those accepted. */
    public static String oneOf(@Nullable String value, Collection<String> accepted, String member) {
        String text = required(value, member);
        if (!accepted.contains(text)) {
            throw constraint(text, member, "Member must satisfy enum value set: [" + String.join(", ", accepted) + "]");
        }
        return text;
    }

    /** Refuses a request that says anything but these members, because it would be ignored without a word. */
    public static void onlySimulated(SdkPojo request, Set<String> members) {
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            boolean said = value instanceof Collection<?> list
                    ? !list.isEmpty()
                    : value != null && !Boolean.FALSE.equals(value);
            if (said && !members.contains(field.memberName())) {
                throw notSimulated(field.memberName());
            }
        }
    }

    /** The error for what AWS can do and the simulator cannot. */
    public static AwsError notSimulated(String what) {
        return AwsError.sender("NotSimulated", "The simulator does not simulate " + what + ".");
    }

    private static AwsError constraint(Object value, String member, String rule) {
        return error("1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: %s"
                .formatted(value, member, rule)
                .replace("Value 'null'", "Value null"));
    }
}
