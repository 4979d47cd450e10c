package dev.drainpipe.localstack;

import dev.drainpipe.aws.SdkClients;
import dev.drainpipe.aws.SqsQueue;
import dev.drainpipe.aws.SqsQueues;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues of their own behind an SQS endpoint, through the clients and adapters of the functions; gone when closed. */
final class Queues implements AutoCloseable {
    private final Map<String, String> environment;
    private final SdkHttpClient http = UrlConnectionHttpClient.create();
    private final SqsClient client;
    private final List<String> made = new ArrayList<>();

    Queues(URI endpoint) {
        environment = Map.of(
                "AWS_ENDPOINT_URL", endpoint.toString(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test");
        client = new SdkClients(environment, http).build(SqsClient.builder());
    }

    SqsClient client() {
        return client;
    }

    SdkHttpClient http() {
        return http;
    }

    /** What a function behind this endpoint finds in its environment. */
    Map<String, String> environment() {
        return environment;
    }

    /** The adapter by which the functions use a queue. */
    SqsQueue at(String nameOrUrl) {
        return new SqsQueues(client, InstantSource.system()).at(nameOrUrl);
    }

    /** Makes a queue whose messages are hidden for this many seconds when received, and gives its URL. */
    String create(int visibilitySeconds) {
        return create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, String.valueOf(visibilitySeconds)));
    }

    /** The same, whose messages move to another queue after so many receives. */
    String create(int visibilitySeconds, String deadLetterQueue, int maxReceiveCount) {
        String policy = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                .formatted(arn(deadLetterQueue), maxReceiveCount);
        return create(Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(visibilitySeconds),
                QueueAttributeName.REDRIVE_POLICY,
                policy));
    }

    private String create(Map<QueueAttributeName, String> attributes) {
        String name = "drainpipe-" + UUID.randomUUID();
        String url = client.createQueue(r -> r.queueName(name).attributes(new HashMap<>(attributes)))
                .queueUrl();
        made.add(url);
        return url;
    }

    private String arn(String url) {
        return client.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
    }

    @Override
    public void close() {
        made.forEach(url -> client.deleteQueue(r -> r.queueUrl(url)));
        client.close();
        http.close();
    }
}
