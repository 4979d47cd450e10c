package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

class VisibilityTest {
    private static final Duration TWELVE_HOURS = Duration.ofHours(12);

    private final SqsFixture aws = new SqsFixture();
    private final String url = aws.queue("q");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aReceivedMessageIsHiddenForTheQueuesTimeAndNotLonger() {
        aws.send(url, "a");
        aws.receive(url);

        aws.pass(Duration.ofMillis(29_999));
        assertThat(aws.receive(url)).isEmpty();

        aws.pass(Duration.ofMillis(1));
        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void theRequestsTimeGoesBeforeTheQueues() {
        aws.send(url, "a");
        aws.client.receiveMessage(r -> r.queueUrl(url).visibilityTimeout(5));

        aws.pass(Duration.ofSeconds(5));

        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void zeroShowsTheMessageAtOnce() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();

        change(handle, 0);

        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void aNewTimeCountsFromTheCall() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();
        aws.pass(Duration.ofSeconds(20));

        change(handle, 60);

        aws.pass(Duration.ofSeconds(59));
        assertThat(aws.receive(url)).isEmpty();
        aws.pass(Duration.ofSeconds(1));
        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void aNewTimeHoldsForThisReceiveOnly() {
        aws.send(url, "a");
        change(aws.receive(url).get(0).receiptHandle(), 1);
        aws.pass(Duration.ofSeconds(1));
        aws.receive(url);

        aws.pass(Duration.ofSeconds(29));
        assertThat(aws.receive(url)).isEmpty();

        aws.pass(Duration.ofSeconds(1));
        assertThat(aws.receive(url)).hasSize(1);
    }

    @Test
    void twelveHoursAreAllowedAtTheMomentOfTheReceive() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();

        change(handle, 43_200);

        aws.pass(TWELVE_HOURS.minusMillis(1));
        assertThat(aws.receive(url)).isEmpty();
        aws.pass(Duration.ofMillis(1));
        assertThat(aws.receive(url)).hasSize(1);
    }

    @Test
    void twelveHoursAreTooMuchOnceASecondHasPassed() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();
        aws.pass(Duration.ofSeconds(1));

        Refusal refusal = Refusal.of(() -> change(handle, 43_200));

        assertThat(refusal)
                .isEqualTo(new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for"
                                + " the message is beyond the limit [43200 seconds]"));
    }

    @Test
    void whatIsLeftOfTwelveHoursIsAllowed() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();
        aws.pass(Duration.ofSeconds(1));

        change(handle, 43_199);

        aws.pass(TWELVE_HOURS.minusSeconds(2));
        assertThat(aws.receive(url)).isEmpty();
    }

    @Test
    void aLaterReceiveBeginsTheTwelveHoursAnew() {
        aws.send(url, "a");
        aws.receive(url);
        aws.pass(Duration.ofHours(11));
        String handle = aws.receive(url).get(0).receiptHandle();

        change(handle, 43_200);

        assertThat(aws.sqs.byName("q").orElseThrow().inFlight()).isEqualTo(1);
    }

    @Test
    void aTimeBeyondTwelveHoursIsRefused() {
        Refusal refusal = Refusal.of(() -> change("any", 43_201));

        assertThat(refusal.text())
                .isEqualTo("Value 43201 for parameter VisibilityTimeout is invalid."
                        + " Reason: Must be between 0 and 43200, if provided.");
    }

    @Test
    void aMessageThatIsVisibleAgainCannotBeHidden() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();
        aws.pass(Duration.ofSeconds(30));

        assertThatThrownBy(() -> change(handle, 10)).isInstanceOf(MessageNotInflightException.class);
        assertThat(Refusal.of(() -> change(handle, 10)).code()).isEqualTo("AWS.SimpleQueueService.MessageNotInflight");
    }

    @Test
    void aDeletedMessageCannotBeHidden() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();
        aws.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));

        Refusal refusal = Refusal.of(() -> change(handle, 10));

        assertThat(refusal)
                .isEqualTo(new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Value " + handle + " for parameter ReceiptHandle is invalid. Reason: Message does not exist or"
                                + " is not available for visibility timeout change."));
    }

    @Test
    void aMalformedHandleIsRefused() {
        assertThatThrownBy(() -> change("nonsense", 10)).isInstanceOf(ReceiptHandleIsInvalidException.class);
        assertThat(Refusal.of(() -> change("nonsense", 10)))
                .isEqualTo(new Refusal(400, "ReceiptHandleIsInvalid", "The input receipt handle is invalid."));
    }

    @Test
    void aHandleOfAnotherQueueIsRefused() {
        String other = aws.queue("other");
        aws.send(other, "a");
        String handle = aws.receive(other).get(0).receiptHandle();

        assertThatThrownBy(() -> aws.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle)))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
    }

    @Test
    void eachReceiveCountsAndGivesANewHandle() {
        aws.send(url, "a");
        Message first = aws.receive(url).get(0);
        aws.pass(Duration.ofSeconds(30));

        Message second = aws.receive(url).get(0);

        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2")
                .containsEntry(MessageSystemAttributeName.SENT_TIMESTAMP, "1767225600000")
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP, "1767225600000");
    }

    @Test
    void theCountsTellVisibleFromInFlightFromDelayed() {
        aws.send(url, "a", "b");
        aws.client.sendMessage(r -> r.queueUrl(url).messageBody("c").delaySeconds(10));
        aws.client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1));

        Map<String, String> counts = aws.client
                .getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("All"))
                .attributesAsStrings();

        assertThat(counts)
                .containsEntry("ApproximateNumberOfMessages", "1")
                .containsEntry("ApproximateNumberOfMessagesNotVisible", "1")
                .containsEntry("ApproximateNumberOfMessagesDelayed", "1");
    }

    private void change(String handle, int seconds) {
        aws.client.changeMessageVisibility(
                r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(seconds));
    }
}
