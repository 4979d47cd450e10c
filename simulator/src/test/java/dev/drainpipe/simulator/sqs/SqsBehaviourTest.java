package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.OverLimitException;

class SqsBehaviourTest {
    private static final String[] EIGHT = {"a", "b", "c", "d", "e", "f", "g", "h"};

    @Test
    void messagesComeInTheOrderOfSendingByDefault() {
        assertThat(received(SqsBehaviour.defaults())).containsExactly(EIGHT);
    }

    @Test
    void messagesMayComeInAnyOrder() {
        List<String> shuffled = received(SqsBehaviour.defaults().with(SqsBehaviour.Order.SHUFFLED));

        assertThat(shuffled).containsExactlyInAnyOrder(EIGHT).isNotEqualTo(List.of(EIGHT));
    }

    @Test
    void anyOrderIsTheSameForTheSameSeed() {
        SqsBehaviour shuffled = SqsBehaviour.defaults().with(SqsBehaviour.Order.SHUFFLED);

        assertThat(received(shuffled)).isEqualTo(received(shuffled));
    }

    @Test
    void aDuplicateOutlivesTheDeletionOfItsTwin() {
        try (SqsFixture aws = new SqsFixture(SqsBehaviour.defaults().withDuplicates(1))) {
            String url = aws.queue("q");
            aws.send(url, "a");
            String handle = aws.client
                    .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1))
                    .messages()
                    .get(0)
                    .receiptHandle();

            aws.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));

            assertThat(aws.bodies(url)).containsExactly("a");
        }
    }

    @Test
    void messagesMayArriveLateButDoArrive() {
        try (SqsFixture aws = new SqsFixture(SqsBehaviour.defaults().withLateMessages(Duration.ofMinutes(1)))) {
            String url = aws.queue("q");
            aws.send(url, EIGHT);

            assertThat(aws.bodies(url)).hasSizeLessThan(8);
            aws.pass(Duration.ofMinutes(1));
            assertThat(aws.bodies(url)).containsExactlyInAnyOrder(EIGHT);
        }
    }

    @Test
    void eachCopyOfAMessageArrivesInItsOwnTime() {
        SqsBehaviour lateTwins = SqsBehaviour.defaults().withDuplicates(1).withLateMessages(Duration.ofMinutes(1));
        try (SqsFixture aws = new SqsFixture(lateTwins)) {
            String url = aws.queue("q", Map.of("VisibilityTimeout", "120"));
            aws.send(url, "a");
            List<Integer> arrivals = new ArrayList<>();
            for (int second = 0; second <= 60; second++) {
                arrivals.add(aws.bodies(url).size());
                aws.pass(Duration.ofSeconds(1));
            }

            assertThat(arrivals).containsOnly(0, 1).filteredOn(n -> n == 1).hasSize(2);
        }
    }

    @Test
    void aShortPollMayMissWhatALongPollFinds() {
        try (SqsFixture aws = new SqsFixture(SqsBehaviour.defaults().withShortPollMisses(1))) {
            String url = aws.queue("q");
            aws.send(url, "a");

            assertThat(aws.receive(url)).isEmpty();
            assertThat(aws.client
                            .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1))
                            .messages())
                    .hasSize(1);
        }
    }

    @Test
    void tooManyInFlightFailAShortPollAndEmptyALongOne() {
        try (SqsFixture aws = new SqsFixture(SqsBehaviour.defaults().withInFlightLimit(2))) {
            String url = aws.queue("q");
            aws.send(url, "a", "b", "c");
            aws.client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1));
            aws.client.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1));

            assertThatThrownBy(() -> aws.receive(url)).isInstanceOf(OverLimitException.class);
            assertThat(aws.client
                            .receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1))
                            .messages())
                    .isEmpty();
        }
    }

    @Test
    void theReceiveCountMayBeginAnewInADeadLetterQueue() {
        try (SqsFixture aws = new SqsFixture(SqsBehaviour.defaults().withReceiveCountSurvivingRedrive(false))) {
            String dead = aws.queue("dead");
            String url = aws.queue(
                    "source",
                    Map.of(
                            "RedrivePolicy",
                            "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:111122223333:dead\","
                                    + "\"maxReceiveCount\":1}"));
            aws.send(url, "a");
            aws.receive(url);
            aws.pass(Duration.ofSeconds(30));
            aws.receive(url);

            assertThat(aws.receive(dead).get(0).attributes())
                    .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        }
    }

    private static List<String> received(SqsBehaviour behaviour) {
        try (SqsFixture aws = new SqsFixture(behaviour)) {
            String url = aws.queue("q");
            aws.send(url, EIGHT);
            return aws.bodies(url);
        }
    }
}
