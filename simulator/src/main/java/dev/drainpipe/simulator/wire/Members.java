package dev.drainpipe.simulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** Answers which members of an SDK object were set. */
final class Members {
    private Members() {}

    /** The members that were set, in the model's order; an untouched list or map counts as not set. */
    static Map<SdkField<?>, Object> set(SdkPojo pojo) {
        Map<SdkField<?>, Object> set = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            value(field, pojo).ifPresent(value -> set.put(field, value));
        }
        return set;
    }

    private static Optional<Object> value(SdkField<?> field, SdkPojo pojo) {
        Object value = field.getValueOrDefault(pojo);
        boolean untouched = value instanceof SdkAutoConstructList || value instanceof SdkAutoConstructMap;
        return untouched ? Optional.empty() : Optional.ofNullable(value);
    }
}
