package dev.drainpipe.simulator.iam;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A request's members by their names; in any case, for some services write {@code queueUrl} and some {@code QueueUrl}.
 *
 * @param request of any operation
 */
record Fields(SdkPojo request) {
    /** The text of a member; empty if it is not given or the request has no such member. */
    Optional<String> text(String name) {
        return value(name).map(String::valueOf);
    }

    /** The texts of a member that is a list, or the one text of another; none if it is not given. */
    List<String> texts(String name) {
        Object value = value(name).orElse(List.of());
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    private Optional<Object> value(String name) {
        return request.sdkFields().stream()
                .filter(field -> field.memberName().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(field -> Optional.ofNullable(field.getValueOrDefault(request)));
    }
}
