package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.function.FunctionCode.FunctionFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsynchronousInvokesTest {
    private final LambdaWorld lambda = new LambdaWorld();
    private final List<Duration> attempts = new ArrayList<>();
    private final List<String> requestIds = new ArrayList<>();
    private final List<String> destination = new ArrayList<>();

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void aFailedEventIsTriedAgainAfterOneMinuteAndAfterTwo() {
        deployFailing();

        lambda.functions.asynchronous().invoke("f", "{}");
        lambda.pass(Duration.ofHours(1));

        assertThat(attempts).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(3));
    }

    @Test
    void everyAttemptHasTheSameRequestId() {
        deployFailing();

        String requestId = lambda.functions.asynchronous().invoke("f", "{}");
        lambda.pass(Duration.ofHours(1));

        assertThat(requestIds).containsExactly(requestId, requestId, requestId);
    }

    @Test
    void aSuccessIsNotRepeated() {
        lambda.deploy("f", (payload, context) -> {
            attempts.add(lambda.elapsed());
            return "null";
        });

        lambda.functions.asynchronous().invoke("f", "{}");
        lambda.pass(Duration.ofHours(1));

        assertThat(attempts).hasSize(1);
    }

    @Test
    void withoutRetriesTheFirstFailureGoesToTheDestination() {
        deployFailing();
        configure(0, Duration.ofHours(6));

        String requestId = lambda.functions.asynchronous().invoke("f", "{\"queue_name\": \"q\"}");
        lambda.pass(Duration.ofHours(1));

        assertThat(attempts).hasSize(1);
        assertThat(destination)
                .containsExactly(
                        "{\"version\":\"1.0\",\"timestamp\":\"2026-01-01T00:00:00Z\",\"requestContext\":{\"requestId\":\""
                                + requestId
                                + "\",\"functionArn\":\"arn:aws:lambda:eu-central-1:111122223333:function:f:$LATEST\","
                                + "\"condition\":\"RetriesExhausted\",\"approximateInvokeCount\":1},"
                                + "\"requestPayload\":{\"queue_name\":\"q\"},\"responseContext\":{\"statusCode\":200,"
                                + "\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"},"
                                + "\"responsePayload\":{\"errorMessage\":\"broken\",\"errorType\":\"java.lang.IllegalStateException\"}}");
    }

    @Test
    void anEventThatWouldBeTooOldForItsRetryIsGivenUp() {
        deployFailing();
        configure(2, Duration.ofMinutes(2));

        lambda.functions.asynchronous().invoke("f", "{}");
        lambda.pass(Duration.ofHours(1));

        assertThat(attempts).hasSize(2);
        assertThat(destination).singleElement().asString().contains("\"condition\":\"EventAgeExceeded\"");
    }

    @Test
    void aTimeOutIsAFailureToo() {
        lambda.deploy("f", (payload, context) -> {
            lambda.sleep(Duration.ofSeconds(5));
            return "null";
        });
        configure(0, Duration.ofHours(6));

        String requestId = lambda.functions.asynchronous().invoke("f", "{}");
        lambda.pass(Duration.ofHours(1));

        assertThat(destination)
                .singleElement()
                .asString()
                .contains("\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: " + requestId
                        + " Error: Task timed out after 3.00 seconds\"");
    }

    @Test
    void aProcessThatDiesIsAFailureToo() {
        lambda.deploy("f", (payload, context) -> {
            throw new FunctionCode.ProcessDied();
        });
        configure(0, Duration.ofHours(6));

        lambda.functions.asynchronous().invoke("f", "{}");
        lambda.pass(Duration.ofHours(1));

        assertThat(destination).singleElement().asString().contains("\"errorType\":\"Runtime.ExitError\"");
    }

    private void configure(int retries, Duration age) {
        lambda.functions
                .asynchronous()
                .configure("f", new EventInvokeConfig(retries, age, Optional.of(destination::add)));
    }

    private void deployFailing() {
        lambda.deploy("f", (payload, context) -> {
            attempts.add(lambda.elapsed());
            requestIds.add(context.requestId());
            throw new FunctionFailed("broken", new IllegalStateException("broken"));
        });
    }
}
