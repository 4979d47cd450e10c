package dev.drainpipe.simulator.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;

/** Turns the simple values of a parsed body into the Java values that the SDK's setters take. */
enum Scalars {
    /** JSON: numbers are numbers, timestamps are epoch seconds. */
    JSON("SerializationException") {
        @Override
        BigDecimal number(Object value) {
            if (value instanceof Number) {
                return new BigDecimal(value.toString());
            }
            throw new IllegalArgumentException("not a number");
        }

        @Override
        boolean truth(Object value) {
            return (Boolean) value;
        }

        @Override
        Instant moment(Object value) {
            return Instant.ofEpochMilli(number(value).movePointRight(3).longValue());
        }
    },
    /** Query: everything is text, timestamps are ISO 8601. */
    QUERY("MalformedInput") {
        @Override
        BigDecimal number(Object value) {
            return new BigDecimal((String) value);
        }

        @Override
        boolean truth(Object value) {
            String text = (String) value;
            if (!text.equals("true") && !text.equals("false")) {
                throw new IllegalArgumentException("neither true nor false");
            }
            return text.equals("true");
        }

        @Override
        Instant moment(Object value) {
            return Instant.parse((String) value);
        }
    };

    private final String malformed;

    Scalars(String malformed) {
        this.malformed = malformed;
    }

    /** The error for a body that cannot be read. */
    AwsError malformed(String message) {
        return AwsError.sender(malformed, message);
    }

    /**
     * The value as the setter of a member of this type takes it.
     *
     * @throws AwsError if the value is not of that type
     */
    Object read(MarshallingKnownType type, Object value, String member) {
        try {
            return convert(type, value);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DateTimeParseException e) {
            throw malformed("The value %s of the member %s is not of the type %s.".formatted(value, member, type));
        }
    }

    private Object convert(MarshallingKnownType type, Object value) {
        return switch (type) {
            case STRING -> (String) value;
            case INTEGER -> number(value).intValueExact();
            case LONG -> number(value).longValueExact();
            case SHORT -> number(value).shortValueExact();
            case BYTE -> number(value).byteValueExact();
            case FLOAT -> number(value).floatValue();
            case DOUBLE -> number(value).doubleValue();
            case BIG_DECIMAL -> number(value);
            case BOOLEAN -> truth(value);
            case INSTANT -> moment(value);
            case SDK_BYTES -> SdkBytes.fromByteArray(Base64.getDecoder().decode((String) value));
            case LIST, MAP, SDK_POJO, DOCUMENT, NULL -> throw new IllegalArgumentException("not a simple type");
        };
    }

    abstract BigDecimal number(Object value);

    abstract boolean truth(Object value);

    abstract Instant moment(Object value);
}
