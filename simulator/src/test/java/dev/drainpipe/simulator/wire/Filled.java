package dev.drainpipe.simulator.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Sets every member of a model class to a value of its own, so that a round trip can lose or swap none; but not
 * free-form documents, which the simulator does not read.
 */
final class Filled {
    private int number;

    /** A new object of the class, with everything in it. */
    static <T> T of(Class<T> model) throws ReflectiveOperationException {
        Object builder = model.getMethod("builder").invoke(null);
        return model.cast(new Filled().fill((SdkPojo) builder));
    }

    private Object fill(SdkPojo builder) {
        builder.sdkFields().stream()
                .filter(field -> field.marshallingType() != MarshallingType.DOCUMENT)
                .forEach(field -> field.set(builder, value(field)));
        return ((SdkBuilder<?, ?>) builder).build();
    }

    private Object value(SdkField<?> field) {
        number++;
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> "<" + field.memberName() + " & \"ü\" " + number + "\r\n>";
            case INTEGER -> number;
            case LONG -> 5_000_000_000L + number;
            case SHORT -> (short) number;
            case BYTE -> (byte) number;
            case FLOAT -> number + 0.5f;
            case DOUBLE -> number + 0.25;
            case BIG_DECIMAL -> BigDecimal.valueOf(number, 2);
            case BOOLEAN -> number % 2 == 0;
            case INSTANT -> Instant.ofEpochMilli(1_767_225_600_000L + number);
            case SDK_BYTES -> SdkBytes.fromByteArray(new byte[] {(byte) number, 0, -1});
            case SDK_POJO -> fill(field.constructor().get());
            case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo());
            case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo());
            case DOCUMENT, NULL -> throw new IllegalArgumentException(field.memberName());
        };
    }

    private List<Object> list(SdkField<?> each) {
        return List.of(value(each), value(each));
    }

    private Map<String, Object> map(SdkField<?> each) {
        return Map.of("key " + number, value(each), "another.key " + number, value(each));
    }
}
