package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeletionTest {
    @Test
    void theLatestHandleDeletes() {
        try (SqsFixture aws = new SqsFixture()) {
            String url = aws.queue("q");
            aws.send(url, "a");
            delete(aws, url, aws.receive(url).get(0).receiptHandle());

            aws.pass(Duration.ofHours(1));

            assertThat(aws.receive(url)).isEmpty();
        }
    }

    @Test
    void theLatestHandleDeletesAlsoWhenTheMessageIsVisibleAgain() {
        try (SqsFixture aws = new SqsFixture()) {
            String url = aws.queue("q");
            aws.send(url, "a");
            String handle = aws.receive(url).get(0).receiptHandle();
            aws.pass(Duration.ofSeconds(31));

            delete(aws, url, handle);

            assertThat(aws.receive(url)).isEmpty();
        }
    }

    @Test
    void deletingTwiceIsSuccess() {
        try (SqsFixture aws = new SqsFixture()) {
            String url = aws.queue("q");
            aws.send(url, "a");
            String handle = aws.receive(url).get(0).receiptHandle();
            delete(aws, url, handle);

            assertThatCode(() -> delete(aws, url, handle)).doesNotThrowAnyException();
        }
    }

    @Test
    void anOlderHandleAnswersSuccessAndDeletesNothing() {
        assertThat(messagesLeftByAnOlderHandle(SqsBehaviour.defaults())).isEqualTo(1);
    }

    @Test
    void anOlderHandleMayDelete() {
        assertThat(messagesLeftByAnOlderHandle(SqsBehaviour.defaults().withOlderHandlesDeleting(true)))
                .isZero();
    }

    private static int messagesLeftByAnOlderHandle(SqsBehaviour behaviour) {
        try (SqsFixture aws = new SqsFixture(behaviour)) {
            String url = aws.queue("q");
            aws.send(url, "a");
            String older = aws.receive(url).get(0).receiptHandle();
            aws.pass(Duration.ofSeconds(30));
            aws.receive(url);

            delete(aws, url, older);

            return aws.sqs.byName("q").orElseThrow().inFlight();
        }
    }

    private static void delete(SqsFixture aws, String url, String handle) {
        aws.client.deleteMessage(r -> r.queueUrl(url).receiptHandle(handle));
    }
}
