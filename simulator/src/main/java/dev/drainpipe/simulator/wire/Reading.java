package dev.drainpipe.simulator.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Fills the SDK's builders from a parsed body: maps for structures and maps, lists for lists, simple values. */
record Reading(Scalars scalars) {
    /**
     * Sets every member that the body holds.
     *
     * @throws AwsError if a member is not in the SDK's model or has the wrong type
     */
    void fill(SdkPojo builder, Map<?, ?> body, String path) {
        Map<String, SdkField<?>> fields = builder.sdkFieldNameToField();
        body.forEach((name, value) -> {
            String member = path.isEmpty() ? name.toString() : path + "." + name;
            SdkField<?> field = fields.get(name.toString());
            if (field == null) {
                throw scalars.malformed("The simulator does not know the request member %s; it knows %s."
                        .formatted(member, String.join(", ", fields.keySet())));
            }
            if (value != null) {
                field.set(builder, value(field, value, member));
            }
        });
    }

    private Object value(SdkField<?> field, Object value, String member) {
        return switch (field.marshallingType().getKnownType()) {
            case SDK_POJO -> structure(field, expect(Map.class, value, member), member);
            case LIST -> list(field, expect(List.class, value, member), member);
            case MAP -> map(field, expect(Map.class, value, member), member);
            default -> scalars.read(field.marshallingType().getKnownType(), value, member);
        };
    }

    private Object structure(SdkField<?> field, Map<?, ?> value, String member) {
        SdkPojo builder = field.constructor().get();
        fill(builder, value, member);
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private List<Object> list(SdkField<?> field, List<?> value, String member) {
        SdkField<?> each = field.getTrait(ListTrait.class).memberFieldInfo();
        List<Object> read = new ArrayList<>();
        for (Object element : value) {
            read.add(value(each, element, member + "[" + read.size() + "]"));
        }
        return read;
    }

    private Map<String, Object> map(SdkField<?> field, Map<?, ?> value, String member) {
        SdkField<?> each = field.getTrait(MapTrait.class).valueFieldInfo();
        Map<String, Object> read = new LinkedHashMap<>();
        value.forEach((key, element) -> read.put(key.toString(), value(each, element, member + "." + key)));
        return read;
    }

    private <T> T expect(Class<T> type, Object value, String member) {
        if (!type.isInstance(value)) {
            throw scalars.malformed("The member %s holds %s where a %s is expected."
                    .formatted(member, value, type == Map.class ? "structure or map" : "list"));
        }
        return type.cast(value);
    }
}
