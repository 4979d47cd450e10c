package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * What a message may hold (Amazon SQS API reference, SendMessage; Amazon SQS Developer Guide, "Amazon SQS message
 * metadata" and "Amazon SQS message quotas").
 */
final class MessageRules {
    private static final int MOST_ATTRIBUTES = 10;

    /** Up to 256 characters, no full stop at either end nor two together. */
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("(?=.{1,256}$)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final Pattern RESERVED = Pattern.compile("(?i)(aws|amazon)\\..*");
    private static final Pattern DATA_TYPE = Pattern.compile("(?=.{1,256}$)(String|Number|Binary)(\\..*)?");

    private MessageRules() {}

    /** Refuses a body with characters that XML does not allow. */
    static void checkBody(String body) {
        body.codePoints().filter(c -> !allowed(c)).findFirst().ifPresent(c -> {
            throw SqsErrors.badCharacter(c);
        });
    }

    private static boolean allowed(int c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    static void checkAttributes(Map<String, MessageAttributeValue> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw SqsErrors.invalid("Number of message attributes [%d] exceeds the allowed maximum [%d]."
                    .formatted(attributes.size(), MOST_ATTRIBUTES));
        }
        attributes.forEach(MessageRules::checkAttribute);
    }

    private static void checkAttribute(String name, MessageAttributeValue value) {
        if (!ATTRIBUTE_NAME.matcher(name).matches() || RESERVED.matcher(name).matches()) {
            throw SqsErrors.invalid("Message attribute name '%s' is invalid.".formatted(name));
        }
        String type = value.dataType();
        if (type == null || type.isEmpty()) {
            throw SqsErrors.invalid(
                    "The message attribute '%s' must contain a non-empty message attribute type.".formatted(name));
        }
        if (!DATA_TYPE.matcher(type).matches()) {
            throw SqsErrors.invalid(("The message attribute '%s' has an invalid message attribute type, "
                            + "the set of supported type prefixes is Binary, Number, and String.")
                    .formatted(name));
        }
        checkValue(name, value, type);
    }

    private static void checkValue(String name, MessageAttributeValue value, String type) {
        boolean binary = type.startsWith("Binary");
        if (value.hasStringListValues() || value.hasBinaryListValues()) {
            throw SqsErrors.invalid("Message attribute list values in SendMessage operation are not supported.");
        }
        boolean present = binary
                ? value.binaryValue() != null && value.binaryValue().asByteArrayUnsafe().length > 0
                : value.stringValue() != null && !value.stringValue().isEmpty();
        if (!present) {
            throw noValue(name, type);
        }
        if (type.startsWith("Number") && !isNumber(value.stringValue())) {
            throw SqsErrors.invalid(
                    "Can't cast the value of message (user) attribute '%s' to a number.".formatted(name));
        }
    }

    private static AwsError noValue(String name, String type) {
        return SqsErrors.invalid(("The message attribute '%s' must contain a non-empty message attribute value "
                        + "for message attribute type '%s'.")
                .formatted(name, type));
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** In bytes: the body, and each attribute's name, type and value. */
    static long size(@Nullable String body, Map<String, MessageAttributeValue> attributes) {
        long size = body == null ? 0 : bytes(body);
        for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
            MessageAttributeValue value = attribute.getValue();
            size += bytes(attribute.getKey()) + bytes(value.dataType()) + bytes(value.stringValue());
            size += value.binaryValue() == null ? 0 : value.binaryValue().asByteArrayUnsafe().length;
        }
        return size;
    }

    private static long bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
