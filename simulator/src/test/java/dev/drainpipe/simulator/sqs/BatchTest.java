package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

class BatchTest {
    private final SqsFixture aws = new SqsFixture();
    private final String url = aws.queue("q");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void tenEntriesAreSentAndElevenAreNot() {
        assertThat(send(entries(10)).successful()).hasSize(10);
        assertThatThrownBy(() -> send(entries(11))).isInstanceOf(TooManyEntriesInBatchRequestException.class);
        assertThat(Refusal.of(() -> send(entries(11))).text())
                .isEqualTo("Maximum number of entries per request are 10. You have sent 11.");
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThatThrownBy(() -> send(List.of())).isInstanceOf(EmptyBatchRequestException.class);
    }

    @Test
    void idsMustDiffer() {
        assertThatThrownBy(() -> send(List.of(entry("a", "1"), entry("a", "2"))))
                .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    }

    @Test
    void idsAreShortAndHarmless() {
        send(List.of(entry("x".repeat(80), "1")));

        assertThatThrownBy(() -> send(List.of(entry("x".repeat(81), "1"))))
                .isInstanceOf(InvalidBatchEntryIdException.class);
        assertThatThrownBy(() -> send(List.of(entry("a.b", "1")))).isInstanceOf(InvalidBatchEntryIdException.class);
    }

    @Test
    void allEntriesTogetherHaveAMebibyte() {
        send(List.of(entry("a", "x".repeat(524_288)), entry("b", "x".repeat(524_288))));

        assertThatThrownBy(() -> send(List.of(entry("a", "x".repeat(524_288)), entry("b", "x".repeat(524_289)))))
                .isInstanceOf(BatchRequestTooLongException.class);
    }

    @Test
    void oneBadEntryDoesNotSpoilTheOthers() {
        SendMessageBatchResponse response = send(List.of(entry("good", "a"), entry("bad", "a\u0001")));

        assertThat(response.successful())
                .extracting(SendMessageBatchResultEntry::id)
                .containsExactly("good");
        assertThat(response.failed())
                .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code, BatchResultErrorEntry::senderFault)
                .containsExactly(tuple("bad", "InvalidMessageContents", true));
    }

    @Test
    void messagesAreDeletedTogether() {
        aws.send(url, "a", "b");
        List<Message> messages = aws.receive(url);

        DeleteMessageBatchResponse response = aws.client.deleteMessageBatch(r -> r.queueUrl(url)
                .entries(List.of(
                        deletion("0", messages.get(0).receiptHandle()),
                        deletion("1", messages.get(1).receiptHandle()),
                        deletion("2", "nonsense"))));

        assertThat(response.successful()).hasSize(2);
        assertThat(response.failed()).extracting(BatchResultErrorEntry::code).containsExactly("ReceiptHandleIsInvalid");
        assertThat(aws.sqs.byName("q").orElseThrow().inFlight()).isZero();
    }

    @Test
    void aBatchOfWhichAllFailIsStillAnswered() {
        aws.send(url, "a");
        String handle = aws.receive(url).get(0).receiptHandle();
        aws.pass(Duration.ofSeconds(30));

        ChangeMessageVisibilityBatchRequestEntry late = ChangeMessageVisibilityBatchRequestEntry.builder()
                .id("0")
                .receiptHandle(handle)
                .visibilityTimeout(10)
                .build();
        ChangeMessageVisibilityBatchResponse response =
                aws.client.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(List.of(late)));

        assertThat(response.successful()).isEmpty();
        assertThat(response.failed())
                .extracting(BatchResultErrorEntry::code)
                .containsExactly("AWS.SimpleQueueService.MessageNotInflight");
    }

    private SendMessageBatchResponse send(List<SendMessageBatchRequestEntry> entries) {
        return aws.client.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
    }

    private static List<SendMessageBatchRequestEntry> entries(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> entry("id" + i, "m" + i))
                .toList();
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static DeleteMessageBatchRequestEntry deletion(String id, String handle) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .build();
    }
}
