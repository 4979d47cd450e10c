package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class RedriveTest {
    private final SqsFixture aws = new SqsFixture();
    private final String dead = aws.queue("dead");

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aMessageMovesOnTheReceiveAfterTheLastAllowedOne() {
        String url = source(2);
        aws.send(url, "a");
        receiveAndLetGo(url, 2);
        assertThat(aws.receive(dead)).isEmpty();

        assertThat(aws.receive(url)).isEmpty();

        assertThat(aws.bodies(dead)).containsExactly("a");
    }

    @Test
    void aMovedMessageSaysWhereItCameFromAndCountsOn() {
        String url = source(1);
        aws.send(url, "a");
        receiveAndLetGo(url, 1);
        aws.receive(url);

        Message moved = aws.receive(dead).get(0);

        assertThat(moved.attributes())
                .containsEntry(
                        MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN,
                        "arn:aws:sqs:eu-central-1:111122223333:source")
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
    }

    @Test
    void aMovedMessageKeepsItsIdAndItsAge() {
        String url = source(1);
        String id =
                aws.client.sendMessage(r -> r.queueUrl(url).messageBody("a")).messageId();
        aws.pass(Duration.ofDays(4).minusSeconds(60));
        receiveAndLetGo(url, 1);
        aws.receive(url);
        assertThat(aws.receive(dead)).extracting(Message::messageId).containsExactly(id);

        aws.pass(Duration.ofSeconds(30));

        assertThat(aws.receive(dead))
                .as("older than four days since it was first sent")
                .isEmpty();
    }

    @Test
    void aMovedMessageDoesNotStandInTheWayOfTheNext() {
        String url = source(1);
        aws.send(url, "poison");
        receiveAndLetGo(url, 1);
        aws.send(url, "good");

        assertThat(aws.bodies(url)).containsExactly("good");
    }

    @Test
    void withoutThePolicysQueueTheMessageStays() {
        String url = source(1);
        aws.send(url, "a");
        receiveAndLetGo(url, 1);
        aws.client.deleteQueue(r -> r.queueUrl(dead));

        assertThat(aws.bodies(url)).containsExactly("a");
    }

    @Test
    void aThriceReceivedMessageGoesToTheBackWhenThePolicyIsPatient() {
        String url = source(4);
        aws.send(url, "slow", "fast");
        receiveOneAndShow(url, 3);

        assertThat(aws.bodies(url)).containsExactly("fast", "slow");
    }

    @Test
    void aThriceReceivedMessageKeepsItsPlaceWithoutAPolicy() {
        String url = aws.queue("plain");
        aws.send(url, "slow", "fast");
        receiveOneAndShow(url, 3);

        assertThat(aws.bodies(url)).containsExactly("slow", "fast");
    }

    @Test
    void aDeadLetterQueueKnowsItsSources() {
        String url = source(3);

        assertThat(aws.client.listDeadLetterSourceQueues(r -> r.queueUrl(dead)).queueUrls())
                .containsExactly(url);
    }

    @Test
    void aPolicyNeedsAnExistingQueue() {
        String policy = policy("nowhere", 3);

        Refusal refusal = Refusal.of(() -> aws.queue("source", Map.of("RedrivePolicy", policy)));

        assertThat(refusal)
                .isEqualTo(new Refusal(
                        400,
                        "InvalidParameterValue",
                        "Value " + policy + " for parameter RedrivePolicy is invalid. Reason: Dead letter target does"
                                + " not exist."));
    }

    @Test
    void aThousandReceivesAreAllowedAndOneMoreIsNot() {
        source(1000);

        Refusal refusal = Refusal.of(() -> aws.queue("other", Map.of("RedrivePolicy", policy("dead", 1001))));

        assertThat(refusal.text()).endsWith("valid values are from 1 to 1000 both inclusive.");
    }

    @Test
    void anEmptyPolicyTakesItAway() {
        String url = source(1);
        aws.client.setQueueAttributes(r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, "")));
        aws.send(url, "a");
        receiveAndLetGo(url, 5);

        assertThat(aws.bodies(url)).containsExactly("a");
    }

    private String source(int maxReceiveCount) {
        return aws.queue("source", Map.of("RedrivePolicy", policy("dead", maxReceiveCount)));
    }

    private static String policy(String queue, int maxReceiveCount) {
        return "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:111122223333:%s\",\"maxReceiveCount\":\"%d\"}"
                .formatted(queue, maxReceiveCount);
    }

    private void receiveAndLetGo(String url, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(aws.receive(url)).hasSize(1);
            aws.pass(Duration.ofSeconds(30));
        }
    }

    private void receiveOneAndShow(String url, int times) {
        for (int i = 0; i < times; i++) {
            aws.client.receiveMessage(
                    r -> r.queueUrl(url).maxNumberOfMessages(1).visibilityTimeout(0));
        }
    }
}
