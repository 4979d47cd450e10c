package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueDeletedRecentlyException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

class QueueLifeTest {
    private final SqsFixture aws = new SqsFixture();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aQueueHasAUrlOfItsRegionAndAccount() {
        assertThat(aws.queue("q")).isEqualTo("http://sqs.eu-central-1.amazonaws.com/111122223333/q");
    }

    @Test
    void theHostOfAUrlDoesNotMatter() {
        aws.queue("q");

        aws.send("https://anything:1/111122223333/q", "a");

        assertThat(aws.sqs.byName("q").orElseThrow().visible()).isEqualTo(1);
    }

    @Test
    void creatingAgainWithTheSameAttributesGivesTheSameQueue() {
        String url = aws.queue("q", Map.of("VisibilityTimeout", "45"));
        aws.send(url, "a");

        assertThat(aws.queue("q", Map.of("VisibilityTimeout", "45"))).isEqualTo(url);
        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void creatingAgainWithAnotherAttributeIsRefused() {
        aws.queue("q", Map.of("VisibilityTimeout", "45"));

        assertThatThrownBy(() -> aws.queue("q", Map.of("VisibilityTimeout", "46")))
                .isInstanceOf(QueueNameExistsException.class);
        assertThat(Refusal.of(() -> aws.queue("q", Map.of("VisibilityTimeout", "46"))))
                .isEqualTo(new Refusal(
                        400,
                        "QueueAlreadyExists",
                        "A queue already exists with the same name and a different value for attribute"
                                + " VisibilityTimeout"));
    }

    @Test
    void aMissingQueueIsNamedByTheOldCode() {
        String url = aws.queue("q").replace("/q", "/nowhere");

        assertThatThrownBy(() -> aws.receive(url)).isInstanceOf(QueueDoesNotExistException.class);
        assertThat(Refusal.of(() -> aws.receive(url)))
                .isEqualTo(new Refusal(
                        400, "AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist."));
    }

    @Test
    void anotherAccountsQueueDoesNotExist() {
        String url = aws.queue("q").replace("111122223333", "444455556666");

        assertThatThrownBy(() -> aws.receive(url)).isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void theUrlIsFoundByName() {
        String url = aws.queue("q");

        assertThat(aws.client.getQueueUrl(r -> r.queueName("q")).queueUrl()).isEqualTo(url);
        assertThatThrownBy(() -> aws.client.getQueueUrl(r -> r.queueName("p")))
                .isInstanceOf(QueueDoesNotExistException.class);
    }

    @Test
    void aDeletedQueueIsGoneAndItsNameFreeAfterAMinute() {
        String url = aws.queue("q");
        aws.client.deleteQueue(r -> r.queueUrl(url));

        assertThatThrownBy(() -> aws.receive(url)).isInstanceOf(QueueDoesNotExistException.class);
        aws.pass(Duration.ofMillis(59_999));
        assertThatThrownBy(() -> aws.queue("q")).isInstanceOf(QueueDeletedRecentlyException.class);
        aws.pass(Duration.ofMillis(1));
        assertThat(aws.queue("q")).isEqualTo(url);
    }

    @Test
    void aPurgeEmptiesTheQueueOnceAMinute() {
        String url = aws.queue("q");
        aws.send(url, "a");
        aws.client.purgeQueue(r -> r.queueUrl(url));
        aws.pass(Duration.ofMillis(59_999));

        Refusal refusal = Refusal.of(() -> aws.client.purgeQueue(r -> r.queueUrl(url)));

        assertThat(aws.receive(url)).isEmpty();
        assertThat(refusal)
                .isEqualTo(new Refusal(
                        403,
                        "AWS.SimpleQueueService.PurgeQueueInProgress",
                        "Only one PurgeQueue operation on q is allowed every 60 seconds."));
        aws.pass(Duration.ofMillis(1));
        aws.client.purgeQueue(r -> r.queueUrl(url));
    }

    @Test
    void queuesAreListedByPrefixAndPage() {
        aws.queue("b-1");
        aws.queue("a-1");
        aws.queue("a-3");
        aws.queue("a-2");

        ListQueuesResponse first =
                aws.client.listQueues(r -> r.queueNamePrefix("a-").maxResults(2));
        ListQueuesResponse second =
                aws.client.listQueues(r -> r.queueNamePrefix("a-").maxResults(2).nextToken(first.nextToken()));

        assertThat(first.queueUrls()).allMatch(url -> url.matches(".*/a-[12]")).hasSize(2);
        assertThat(second.queueUrls()).allMatch(url -> url.endsWith("/a-3")).hasSize(1);
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aNewQueueHasTheDefaults() {
        String url = aws.queue("q");

        assertThat(aws.client
                        .getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("All"))
                        .attributesAsStrings())
                .containsEntry("QueueArn", "arn:aws:sqs:eu-central-1:111122223333:q")
                .containsEntry("VisibilityTimeout", "30")
                .containsEntry("MessageRetentionPeriod", "345600")
                .containsEntry("MaximumMessageSize", "1048576")
                .containsEntry("DelaySeconds", "0")
                .containsEntry("ReceiveMessageWaitTimeSeconds", "0")
                .containsEntry("CreatedTimestamp", "1767225600")
                .doesNotContainKey("RedrivePolicy");
    }

    @Test
    void onlyTheAttributesAskedForAreAnswered() {
        String url = aws.queue("q");

        assertThat(aws.client
                        .getQueueAttributes(r -> r.queueUrl(url).attributeNamesWithStrings("QueueArn"))
                        .attributesAsStrings())
                .containsOnlyKeys("QueueArn");
        assertThat(aws.client.getQueueAttributes(r -> r.queueUrl(url)).hasAttributes())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "VisibilityTimeout, 0, 43200, -1, 43201",
        "DelaySeconds, 0, 900, -1, 901",
        "MessageRetentionPeriod, 60, 1209600, 59, 1209601",
        "ReceiveMessageWaitTimeSeconds, 0, 20, -1, 21",
        "MaximumMessageSize, 1024, 1048576, 1023, 1048577"
    })
    void numbersHaveRanges(String name, String least, String most, String below, String above) {
        String url = aws.queue("q");

        set(url, name, least);
        set(url, name, most);

        assertThat(Refusal.of(() -> set(url, name, below)))
                .isEqualTo(Refusal.of(() -> set(url, name, above)))
                .isEqualTo(new Refusal(400, "InvalidAttributeValue", "Invalid value for the parameter " + name + "."));
    }

    @Test
    void anUnknownAttributeIsRefused() {
        assertThat(Refusal.of(() -> aws.queue("q", Map.of("Colour", "red"))))
                .isEqualTo(new Refusal(400, "InvalidAttributeName", "Unknown Attribute Colour."));
    }

    @Test
    void fifoQueuesAreRefusedLoudly() {
        assertThat(Refusal.of(() -> aws.queue("q.fifo", Map.of("FifoQueue", "true")))
                        .text())
                .isEqualTo("The simulator does not play FIFO queues: the name q.fifo is refused.");
        assertThat(Refusal.of(() -> aws.queue("q", Map.of("FifoQueue", "true"))).code())
                .isEqualTo("AWS.SimpleQueueService.UnsupportedOperation");
    }

    @Test
    void aNameHasUpToEightyHarmlessCharacters() {
        aws.queue("x".repeat(80));

        assertThat(Refusal.of(() -> aws.queue("x".repeat(81))))
                .isEqualTo(Refusal.of(() -> aws.queue("a b")))
                .isEqualTo(new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length"));
    }

    @Test
    void tagsAreKept() {
        String url = aws.queue("q");
        aws.client.tagQueue(r -> r.queueUrl(url).tags(Map.of("team", "blue", "stage", "test")));
        aws.client.untagQueue(r -> r.queueUrl(url).tagKeys("stage"));

        assertThat(aws.client.listQueueTags(r -> r.queueUrl(url)).tags()).isEqualTo(Map.of("team", "blue"));
    }

    private void set(String url, String name, String value) {
        aws.client.setQueueAttributes(r -> r.queueUrl(url).attributesWithStrings(Map.of(name, value)));
    }
}
