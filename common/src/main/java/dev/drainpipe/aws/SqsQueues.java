package dev.drainpipe.aws;

import dev.drainpipe.port.NoSuchQueue;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Finds queues by name or URL, and remembers the URLs of names: they never change while a queue lives. */
public final class SqsQueues {
    private final SqsClient sqs;
    private final InstantSource clock;
    private final Map<String, String> urlByName = new ConcurrentHashMap<>();

    public SqsQueues(SqsClient sqs, InstantSource clock) {
        this.sqs = sqs;
        this.clock = clock;
    }

    /**
     * The queue of this name, of the account and region we run in, or of this URL.
     *
     * @throws dev.drainpipe.port.TryLater if SQS does not answer
     * @throws NoSuchQueue if there is none of this name
     */
    public SqsQueue at(String nameOrUrl) {
        String url = nameOrUrl.contains("://") ? nameOrUrl : urlByName.computeIfAbsent(nameOrUrl, this::ask);
        return new SqsQueue(sqs, clock, url);
    }

    private String ask(String name) {
        try {
            return AwsErrors.calling(
                    "finding the queue " + name,
                    () -> sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
        } catch (AwsServiceException e) {
            if (AwsErrors.noQueue(e)) {
                throw new NoSuchQueue("there is no queue " + name, e);
            }
            throw e;
        }
    }
}
