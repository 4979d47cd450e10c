package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;

class MessageLifeTest {
    private final SqsFixture aws = new SqsFixture();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aMessageIsKeptForTheRetentionPeriodAndNotLonger() {
        String url = aws.queue("q", Map.of("MessageRetentionPeriod", "60"));
        aws.send(url, "a");

        aws.pass(Duration.ofMillis(59_999));
        assertThat(aws.client
                        .receiveMessage(r -> r.queueUrl(url).visibilityTimeout(0))
                        .messages())
                .hasSize(1);

        aws.pass(Duration.ofMillis(1));
        assertThat(aws.receive(url)).isEmpty();
    }

    @Test
    void aHiddenMessageExpiresToo() {
        String url = aws.queue("q", Map.of("MessageRetentionPeriod", "60", "VisibilityTimeout", "600"));
        aws.send(url, "a");
        aws.receive(url);

        aws.pass(Duration.ofSeconds(60));

        assertThat(aws.sqs.byName("q").orElseThrow().inFlight()).isZero();
    }

    @Test
    void theQueuesDelayHidesAMessageAndNotLonger() {
        String url = aws.queue("q", Map.of("DelaySeconds", "900"));
        aws.send(url, "a");

        aws.pass(Duration.ofMillis(899_999));
        assertThat(aws.receive(url)).isEmpty();

        aws.pass(Duration.ofMillis(1));
        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void theMessagesDelayGoesBeforeTheQueues() {
        String url = aws.queue("q", Map.of("DelaySeconds", "900"));
        aws.client.sendMessage(r -> r.queueUrl(url).messageBody("a").delaySeconds(0));

        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void aDelayBeyondFifteenMinutesIsRefused() {
        String url = aws.queue("q");

        Refusal refusal = Refusal.of(() ->
                aws.client.sendMessage(r -> r.queueUrl(url).messageBody("a").delaySeconds(901)));

        assertThat(refusal)
                .isEqualTo(new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <="
                                + " 900."));
    }

    @Test
    void aMebibyteIsAllowedAndOneByteMoreIsNot() {
        String url = aws.queue("q");
        String mebibyte = "x".repeat(1_048_576);

        aws.send(url, mebibyte);
        Refusal refusal = Refusal.of(() -> aws.send(url, mebibyte + "x"));

        assertThat(aws.bodies(url)).containsExactly(mebibyte);
        assertThat(refusal)
                .isEqualTo(new Refusal(
                        400,
                        "InvalidParameterValue",
                        "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes."));
    }

    @Test
    void theSizeIsInBytesNotCharacters() {
        String url = aws.queue("q", Map.of("MaximumMessageSize", "1024"));

        aws.send(url, "ä".repeat(512));

        assertThat(Refusal.of(() -> aws.send(url, "ä".repeat(513))).code()).isEqualTo("InvalidParameterValue");
    }

    @Test
    void anEmptyBodyIsMissing() {
        String url = aws.queue("q");

        assertThat(Refusal.of(() -> aws.send(url, "")))
                .isEqualTo(new Refusal(400, "MissingParameter", "The request must contain the parameter MessageBody."));
    }

    @Test
    void aControlCharacterIsRefused() {
        String url = aws.queue("q");

        assertThatThrownBy(() -> aws.send(url, "a\u0000b")).isInstanceOf(InvalidMessageContentsException.class);
    }

    @Test
    void anyOtherTextComesBackAsItWasSent() {
        String url = aws.queue("q");
        String body = "{\"a\": \"<ü 😀 & \\\\ 'quotes' \t\r\n>\"}";
        aws.send(url, body);

        assertThat(aws.bodies(url)).containsExactly(body);
    }

    @Test
    void theSystemAttributesComeOnlyWhenAskedFor() {
        String url = aws.queue("q");
        aws.send(url, "a");

        Message message = aws.client
                .receiveMessage(r -> r.queueUrl(url).messageSystemAttributeNamesWithStrings("SentTimestamp"))
                .messages()
                .get(0);

        assertThat(message.attributes()).containsOnlyKeys(MessageSystemAttributeName.SENT_TIMESTAMP);
    }

    @Test
    @SuppressWarnings("deprecation")
    void theOldNameForSystemAttributesStillWorks() {
        String url = aws.queue("q");
        aws.send(url, "a");

        Message message = aws.client
                .receiveMessage(r -> r.queueUrl(url).attributeNamesWithStrings("ApproximateReceiveCount"))
                .messages()
                .get(0);

        assertThat(message.attributesAsStrings()).containsExactlyEntriesOf(Map.of("ApproximateReceiveCount", "1"));
    }

    @Test
    void aTraceHeaderTravelsWithTheMessage() {
        String url = aws.queue("q");
        MessageSystemAttributeValue trace = MessageSystemAttributeValue.builder()
                .dataType("String")
                .stringValue("Root=1-5759e988-bd862e3fe1be46a994272793")
                .build();
        aws.client.sendMessage(r -> r.queueUrl(url)
                .messageBody("a")
                .messageSystemAttributes(Map.of(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER, trace)));

        assertThat(aws.receive(url).get(0).attributes())
                .containsEntry(MessageSystemAttributeName.AWS_TRACE_HEADER, trace.stringValue());
    }
}
