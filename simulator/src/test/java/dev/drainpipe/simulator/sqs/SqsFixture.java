package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.Dispatcher;
import dev.drainpipe.simulator.wire.SimulatedHttp;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** A simulated SQS and the SDK's own client of it, with the calls that most tests need. */
final class SqsFixture implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final World world = new World(START, 1, Account.example());
    final Sqs sqs;
    final Dispatcher dispatcher;
    final SqsClient client;

    SqsFixture() {
        this(SqsBehaviour.defaults());
    }

    SqsFixture(SqsBehaviour behaviour) {
        sqs = new Sqs(world, behaviour);
        dispatcher = new Dispatcher(world, List.of(sqs));
        client = client(new SimulatedHttp(dispatcher, "test"), URI.create("http://localhost"));
    }

    static SqsClient client(SdkHttpClient http, URI endpoint) {
        return SqsClient.builder()
                .httpClient(http)
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(endpoint)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
                .build();
    }

    String queue(String name, Map<String, String> attributes) {
        return client.createQueue(r -> r.queueName(name).attributesWithStrings(attributes))
                .queueUrl();
    }

    String queue(String name) {
        return queue(name, Map.of());
    }

    void send(String url, String... bodies) {
        for (String body : bodies) {
            client.sendMessage(r -> r.queueUrl(url).messageBody(body));
        }
    }

    List<Message> receive(String url) {
        return client.receiveMessage(
                        r -> r.queueUrl(url).maxNumberOfMessages(10).messageSystemAttributeNamesWithStrings("All"))
                .messages();
    }

    List<String> bodies(String url) {
        return receive(url).stream().map(Message::body).toList();
    }

    void pass(Duration time) {
        world.run(time);
    }

    @Override
    public void close() {
        client.close();
        world.close();
    }
}
