package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.function.FunctionCode.FunctionFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private final LambdaWorld lambda = new LambdaWorld();

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void anInvocationEndsWithWhatTheCodeReturns() {
        lambda.deploy("f", (payload, context) -> "{\"got\":" + payload + "}");

        lambda.invoke("f", "7");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(lambda.outcomes).containsExactly(new Outcome.Answered("{\"got\":7}"));
    }

    @Test
    void theCodeIsToldWhoItIsAndWhenItsTimeIsOver() {
        List<InvocationContext> seen = new ArrayList<>();
        lambda.deploy("f", (payload, context) -> {
            seen.add(context);
            return "null";
        });

        String requestId = lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(seen)
                .containsExactly(new InvocationContext(
                        "f",
                        "arn:aws:lambda:eu-central-1:111122223333:function:f",
                        requestId,
                        LambdaWorld.START.plusSeconds(3),
                        512));
    }

    @Test
    void codeThatNeedsAllButItsWholeTimeReturns() {
        lambda.deploy("f", sleeping(Duration.ofMillis(2999)));

        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMinutes(1));

        assertThat(lambda.outcomes).containsExactly(new Outcome.Answered("null"));
        assertThat(lambda.invocations.get(0).took()).isEqualTo(Duration.ofMillis(2999));
    }

    @Test
    void codeThatNeedsItsWholeTimeIsKilled() {
        AtomicBoolean reached = new AtomicBoolean();
        lambda.deploy("f", (payload, context) -> {
            lambda.sleep(Duration.ofSeconds(3));
            reached.set(true);
            return "null";
        });

        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMinutes(1));

        assertThat(lambda.outcomes).containsExactly(new Outcome.TimedOut("Task timed out after 3.00 seconds"));
        assertThat(lambda.invocations.get(0).took()).isEqualTo(Duration.ofSeconds(3));
        assertThat(lambda.invocations.get(0).error()).contains("Task timed out after 3.00 seconds");
        assertThat(reached).isFalse();
    }

    @Test
    void anErrorOfTheCodeIsTheOutcome() {
        lambda.deploy("f", failing());

        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(lambda.outcomes)
                .containsExactly(new Outcome.Threw("java.lang.IllegalStateException", "no such cluster"));
        assertThat(lambda.invocations.get(0).error()).contains("java.lang.IllegalStateException: no such cluster");
    }

    @Test
    void aProcessThatDiesTakesItsEnvironmentWithIt() {
        AtomicInteger environments = new AtomicInteger();
        lambda.functions.deploy(LambdaWorld.spec("f"), spec -> {
            environments.incrementAndGet();
            return (payload, context) -> {
                throw new FunctionCode.ProcessDied();
            };
        });

        String requestId = lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(1));
        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(1));

        assertThat(environments).hasValue(2);
        assertThat(lambda.outcomes).allMatch(Outcome.Died.class::isInstance);
        assertThat(lambda.invocations.get(0).error())
                .contains("Runtime.ExitError: RequestId: " + requestId
                        + " Error: Runtime exited with error: signal: killed");
    }

    @Test
    void theLogGroupHoldsTheFunctionsLinesBetweenLambdasOwn() {
        lambda.deploy("f", (payload, context) -> {
            lambda.sleep(Duration.ofMillis(1500));
            lambda.functions.log("f", "hello");
            return "null";
        });

        String id = lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMinutes(1));

        assertThat(lambda.functions.lines("f"))
                .containsExactly(
                        "START RequestId: " + id + " Version: $LATEST",
                        "hello",
                        "END RequestId: " + id,
                        "REPORT RequestId: " + id
                                + "\tDuration: 1500.00 ms\tBilled Duration: 1500 ms\tMemory Size: 512 MB\tMax Memory Used: 512 MB\t");
    }

    @Test
    void aTimeOutIsLoggedAsLambdaDoes() {
        lambda.deploy("f", sleeping(Duration.ofHours(1)));

        String id = lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMinutes(1));

        assertThat(lambda.functions.lines("f"))
                .contains("2026-01-01T00:00:03.000Z " + id + " Task timed out after 3.00 seconds")
                .last()
                .asString()
                .startsWith("REPORT RequestId: " + id)
                .endsWith("\tStatus: timeout\t");
    }

    @Test
    void jsonLogsHavePlatformEvents() {
        FunctionSpec text = LambdaWorld.spec("f");
        FunctionSpec json =
                new FunctionSpec("f", text.handler(), text.timeout(), text.memoryMb(), Map.of(), LogFormat.JSON);
        lambda.functions.deploy(json, spec -> (payload, context) -> "null");

        String id = lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMinutes(1));

        assertThat(lambda.functions.lines("f"))
                .containsExactly(
                        "{\"time\":\"2026-01-01T00:00:00.000Z\",\"type\":\"platform.start\",\"record\":{\"requestId\":\""
                                + id + "\",\"version\":\"$LATEST\"}}",
                        "{\"time\":\"2026-01-01T00:00:00.000Z\",\"type\":\"platform.report\",\"record\":{\"requestId\":\""
                                + id
                                + "\",\"metrics\":{\"durationMs\":0.000,\"billedDurationMs\":0,\"memorySizeMB\":512,"
                                + "\"maxMemoryUsedMB\":512},\"status\":\"success\"}}");
    }

    @Test
    void anEnvironmentIsUsedAgainOnceItIsFree() {
        AtomicInteger environments = deployCounting("f", Duration.ofSeconds(1));

        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(2));
        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(environments).hasValue(1);
    }

    @Test
    void twoInvocationsAtOnceHaveEnvironmentsOfTheirOwn() {
        AtomicInteger environments = deployCounting("f", Duration.ofSeconds(1));

        lambda.invoke("f", "{}");
        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(environments).hasValue(2);
    }

    @Test
    void anEnvironmentThatTimedOutIsNotUsedAgain() {
        AtomicInteger environments = deployCounting("f", Duration.ofSeconds(4));

        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(10));
        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(10));

        assertThat(environments).hasValue(2);
    }

    @Test
    void aNewDeploymentMeetsTheNextInvocationButNotARunningOne() {
        lambda.deploy("f", (payload, context) -> {
            lambda.sleep(Duration.ofSeconds(1));
            return "\"old\"";
        });

        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofMillis(500));
        lambda.deploy("f", (payload, context) -> "\"new\"");
        lambda.invoke("f", "{}");
        lambda.pass(Duration.ofSeconds(5));

        assertThat(lambda.outcomes).containsExactly(new Outcome.Answered("\"new\""), new Outcome.Answered("\"old\""));
    }

    @Test
    void anUnknownFunctionIsRefused() {
        assertThatThrownBy(() -> lambda.invoke("g", "{}")).hasMessageContaining("Function not found: g");
    }

    private AtomicInteger deployCounting(String name, Duration work) {
        AtomicInteger environments = new AtomicInteger();
        lambda.functions.deploy(LambdaWorld.spec(name), spec -> {
            environments.incrementAndGet();
            return sleeping(work);
        });
        return environments;
    }

    private FunctionCode sleeping(Duration time) {
        return (payload, context) -> {
            lambda.sleep(time);
            return "null";
        };
    }

    private static FunctionCode failing() {
        return (payload, context) -> {
            throw new FunctionFailed("no such cluster", new IllegalStateException("no such cluster"));
        };
    }
}
