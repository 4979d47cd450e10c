package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.function.FunctionCode.FunctionFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventSourceMappingTest {
    private final LambdaWorld lambda = new LambdaWorld();
    private final ListQueue queue = new ListQueue(lambda.world);
    private final List<List<String>> batches = new ArrayList<>();

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void whatTheFunctionHandledIsDeleted() {
        deploy(answering("null"));
        map(mapping().batchSize(10)).enable();

        queue.send("m1", "m2");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).containsExactly(List.of("m1", "m2"));
        assertThat(queue.left()).isEmpty();
    }

    @Test
    void aFailedBatchComesBackWhenItsVisibilityTimeOutIsOver() {
        deploy(failing());
        map(mapping().batchSize(10)).enable();

        queue.send("m1", "m2");
        lambda.pass(Duration.ofSeconds(32));

        assertThat(batches).containsExactly(List.of("m1", "m2"), List.of("m1", "m2"));
        assertThat(queue.left()).containsExactly("m1", "m2");
    }

    @Test
    void aFailedBatchDoesNotComeBackBeforeItsVisibilityTimeOutIsOver() {
        deploy(failing());
        map(mapping().batchSize(10)).enable();

        queue.send("m1");
        lambda.pass(Duration.ofSeconds(30));

        assertThat(batches).hasSize(1);
    }

    @Test
    void aTimeOutLeavesTheBatchInTheQueue() {
        deploy((payload, context) -> {
            lambda.sleep(Duration.ofMinutes(1));
            return "null";
        });
        map(mapping().batchSize(10)).enable();

        queue.send("m1");
        lambda.pass(Duration.ofSeconds(10));

        assertThat(queue.left()).containsExactly("m1");
    }

    @Test
    void onlyTheNamedMessagesComeBack() {
        deploy(answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}"));
        map(mapping().batchSize(10).reporting()).enable();

        queue.send("m1", "m2", "m3");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(queue.left()).containsExactly("m2");
    }

    @Test
    void anAnswerThatMakesNoSenseBringsAllBack() {
        deploy(answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}"));
        map(mapping().batchSize(10).reporting()).enable();

        queue.send("m1", "m2");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(queue.left()).containsExactly("m1", "m2");
    }

    @Test
    void withoutPartialAnswersTheAnswerDoesNotMatter() {
        deploy(answering("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}"));
        map(mapping().batchSize(10)).enable();

        queue.send("m1");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(queue.left()).isEmpty();
    }

    @Test
    void aBatchIsNoLargerThanAskedFor() {
        deploy(answering("null"));
        map(mapping().batchSize(2)).enable();

        queue.send("m1", "m2", "m3");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).containsExactly(List.of("m1", "m2"), List.of("m3"));
    }

    @Test
    void noMoreInvocationsRunAtOnceThanAllowed() {
        deploy((payload, context) -> {
            lambda.sleep(Duration.ofMillis(2500));
            return "null";
        });
        map(mapping().batchSize(1).atOnce(2)).enable();

        queue.send("m1", "m2", "m3");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).hasSize(2);

        lambda.pass(Duration.ofSeconds(4));

        assertThat(batches).hasSize(3);
    }

    @Test
    void afterAnErrorFewerInvocationsRunAtOnce() {
        deploy(failing());
        map(mapping().batchSize(1).atOnce(2)).enable();

        queue.send("m1", "m2");
        lambda.pass(Duration.ofSeconds(2));
        queue.send("m3", "m4");
        deploy((payload, context) -> {
            lambda.sleep(Duration.ofMillis(2500));
            return "null";
        });
        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).hasSize(3);
    }

    @Test
    void aBatchingWindowGathersUntilItIsOver() {
        deploy(answering("null"));
        map(mapping().batchSize(10).window(Duration.ofSeconds(5))).enable();

        queue.send("m1");
        lambda.pass(Duration.ofSeconds(3));
        queue.send("m2");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).isEmpty();

        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).containsExactly(List.of("m1", "m2"));
    }

    @Test
    void aFullBatchDoesNotWaitForTheWindow() {
        deploy(answering("null"));
        map(mapping().batchSize(2).window(Duration.ofMinutes(5))).enable();

        queue.send("m1", "m2");
        lambda.pass(Duration.ofSeconds(2));

        assertThat(batches).containsExactly(List.of("m1", "m2"));
    }

    @Test
    void aDisabledMappingTakesNothing() {
        deploy(answering("null"));
        EventSourceMapping mapping = map(mapping().batchSize(10));
        mapping.enable();
        mapping.disable();

        queue.send("m1");
        lambda.pass(Duration.ofMinutes(1));

        assertThat(queue.receives("m1")).isZero();
    }

    @Test
    void aQueueThatShowsMessagesAgainTooSoonIsRefused() {
        FunctionSpec slow = new FunctionSpec("f", "a.Handler", Duration.ofSeconds(31), 512, Map.of(), LogFormat.TEXT);
        lambda.functions.deploy(slow, spec -> answering("null"));

        assertThatThrownBy(() -> map(mapping().batchSize(10)))
                .hasMessage("Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds");
    }

    private void deploy(FunctionCode code) {
        lambda.deploy("f", (payload, context) -> {
            batches.add(ids(payload));
            return code.invoke(payload, context);
        });
    }

    private static List<String> ids(String payload) {
        return Arrays.stream(payload.split("\"messageId\":\"", -1))
                .skip(1)
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .toList();
    }

    private static FunctionCode answering(String answer) {
        return (payload, context) -> answer;
    }

    private static FunctionCode failing() {
        return (payload, context) -> {
            throw new FunctionFailed("broken", new IllegalStateException("broken"));
        };
    }

    private EventSourceMapping map(MappingBuilder settings) {
        return new EventSourceMapping(lambda.world, lambda.functions, queue, settings.build());
    }

    private static MappingBuilder mapping() {
        return new MappingBuilder();
    }
}
