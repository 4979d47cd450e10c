package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class MessageAttributesTest {
    private final SqsFixture aws = new SqsFixture();
    private final String url = aws.queue("q");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void allTypesComeBackAsTheyWereSent() {
        Map<String, MessageAttributeValue> sent = Map.of(
                "text", text("String", "ä"),
                "number", text("Number.int", "-12.5e3"),
                "bytes", bytes((byte) 0, (byte) -1));
        send(sent);

        assertThat(receive("All").messageAttributes()).isEqualTo(sent);
    }

    @Test
    void noneComesUnlessAskedFor() {
        send(Map.of("a", text("String", "1")));

        Message message = receive();

        assertThat(message.hasMessageAttributes()).isFalse();
        assertThat(message.md5OfMessageAttributes()).isNull();
    }

    @Test
    void aBeginningWithAStarSelects() {
        send(Map.of("app.one", text("String", "1"), "app.two", text("String", "2"), "other", text("String", "3")));

        assertThat(receive("app.*").messageAttributes()).containsOnlyKeys("app.one", "app.two");
    }

    @Test
    void theDigestIsTheOneOfTheDevelopersGuide() {
        String digest = aws.client
                .sendMessage(r -> r.queueUrl(url)
                        .messageBody("a")
                        .messageAttributes(Map.of("b", text("String", "x"), "a", bytes((byte) 1))))
                .md5OfMessageAttributes();

        // MD5 of: len "a", len "Binary", 2, len 1, 01; len "b", len "String", 1, len "x".
        assertThat(digest).isEqualTo("db9495fa017ff07a52026ec219d43bb2");
    }

    @Test
    void elevenAttributesAreTooMany() {
        Map<String, MessageAttributeValue> eleven = new HashMap<>();
        for (int i = 0; i < 11; i++) {
            eleven.put("a" + i, text("String", "1"));
        }

        assertThat(Refusal.of(() -> send(eleven)).text())
                .isEqualTo("Number of message attributes [11] exceeds the allowed maximum [10].");
    }

    @Test
    void reservedNamesAreRefused() {
        assertThat(Refusal.of(() -> send(Map.of("AWS.x", text("String", "1")))).code())
                .isEqualTo("InvalidParameterValue");
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThat(Refusal.of(() -> send(Map.of("a", text("Date", "1")))).text())
                .contains("invalid message attribute type");
    }

    @Test
    void aNumberMustBeOne() {
        assertThat(Refusal.of(() -> send(Map.of("a", text("Number", "one")))).text())
                .contains("to a number");
    }

    @Test
    void attributesCountTowardsTheSize() {
        String small = aws.queue("small", Map.of("MaximumMessageSize", "1024"));
        // "n" + "String" + one character are eight bytes.
        Map<String, MessageAttributeValue> eight = Map.of("n", text("String", "1"));

        aws.client.sendMessage(
                r -> r.queueUrl(small).messageBody("x".repeat(1016)).messageAttributes(eight));
        Refusal refusal = Refusal.of(() -> aws.client.sendMessage(
                r -> r.queueUrl(small).messageBody("x".repeat(1017)).messageAttributes(eight)));

        assertThat(refusal.text()).contains("shorter than 1024 bytes");
    }

    private void send(Map<String, MessageAttributeValue> attributes) {
        aws.client.sendMessage(r -> r.queueUrl(url).messageBody("a").messageAttributes(attributes));
    }

    private Message receive(String... names) {
        return aws.client
                .receiveMessage(r -> r.queueUrl(url).messageAttributeNames(names))
                .messages()
                .get(0);
    }

    private static MessageAttributeValue text(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }

    private static MessageAttributeValue bytes(byte... value) {
        return MessageAttributeValue.builder()
                .dataType("Binary")
                .binaryValue(SdkBytes.fromByteArray(value))
                .build();
    }
}
