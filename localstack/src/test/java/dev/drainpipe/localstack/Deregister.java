package dev.drainpipe.localstack;

import dev.drainpipe.deregister.DeregisterHandler;
import dev.drainpipe.document.Json;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.proof.function.InProcessFunction;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.InvocationContext;
import dev.drainpipe.simulator.function.LogFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;

/** The function deregister behind an event source mapping, one batch at a time, as Lambda would run it. */
final class Deregister {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Queues queues;
    private final InProcessFunction function;

    /** Without a dead-letter queue of its own, so that what it does not understand stays with SQS. */
    Deregister(Queues queues, String terminationQueue) {
        this.queues = queues;
        Map<String, String> environment = new HashMap<>(queues.environment());
        environment.put("TERMINATION_QUEUE_URL", terminationQueue);
        InstantSource clock = InstantSource.system();
        this.function = new InProcessFunction(
                new FunctionSpec(
                        "deregister", DeregisterHandler.class.getName(), TIMEOUT, 256, environment, LogFormat.TEXT),
                new Surroundings(environment, clock, time -> {}, queues.http(), (level, message, fields) -> {}),
                clock);
    }

    /** Receives a batch, invokes the function with it, deletes what it does not report as failed; gives the answer. */
    String poll(String queue) {
        List<Message> batch = queues.client()
                .receiveMessage(r -> r.queueUrl(queue)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1)
                        .messageSystemAttributeNamesWithStrings("All"))
                .messages();
        String answer = batch.isEmpty() ? "" : function.invoke(event(batch), invocation());
        batch.stream()
                .filter(message -> !answer.contains(message.messageId()))
                .forEach(message ->
                        queues.client().deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return answer;
    }

    private static String event(List<Message> batch) {
        return Json.text(Map.of(
                "Records",
                batch.stream()
                        .map(message -> Map.of(
                                "messageId", message.messageId(),
                                "receiptHandle", message.receiptHandle(),
                                "body", message.body(),
                                "attributes", message.attributesAsStrings()))
                        .toList()));
    }

    private static InvocationContext invocation() {
        return new InvocationContext(
                "deregister",
                "arn:aws:lambda:eu-central-1:111122223333:function:deregister",
                "11111111-2222-4333-8444-555555555555",
                Instant.now().plus(TIMEOUT),
                256);
    }
}
