package dev.drainpipe.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.sqs.Sqs;
import dev.drainpipe.simulator.wire.ConnectionBroken;
import dev.drainpipe.simulator.wire.Dispatcher;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

@Timeout(15)
class HttpFaceTest {
    private static final String RECEIVE = "AmazonSQS.ReceiveMessage";

    private final World world = new World(Instant.parse("2026-01-01T00:00:00Z"), 1, Account.example());
    private final Sqs sqs = new Sqs(world);
    private final Dispatcher dispatcher = new Dispatcher(world, List.of(sqs));
    private final HttpFace face = new HttpFace(world, dispatcher, 0).start();
    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        face.close();
        world.close();
    }

    @Test
    void aBrowserIsToldWhatThisIs() throws Exception {
        HttpResponse<String> response =
                browser.send(HttpRequest.newBuilder(face.address()).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .startsWith("This is Drainpipe's simulated AWS")
                .contains("--endpoint-url " + face.address());
    }

    @Test
    void aSignedRequestForNothingIsNoBrowsers() throws Exception {
        HttpRequest listBuckets = HttpRequest.newBuilder(face.address())
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/s3/aws4_request")
                .build();

        HttpResponse<String> response = browser.send(listBuckets, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("<Message>The simulator does not play the operation / of s3. It plays SQS.");
    }

    @Test
    void anAnswerThatIsLostIsNoAnswer() {
        dispatcher.add((call, service) -> () -> {
            throw ConnectionBroken.reset();
        });
        HttpRequest listQueues = HttpRequest.newBuilder(face.address())
                .header("X-Amz-Target", "AmazonSQS.ListQueues")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThatThrownBy(() -> browser.send(listQueues, HttpResponse.BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anSdkClientIsServedUnderTheFacesOwnAddress() {
        try (SqsClient client = client()) {
            String url = client.createQueue(r -> r.queueName("q")).queueUrl();
            client.sendMessage(r -> r.queueUrl(url).messageBody("ü"));

            assertThat(url).isEqualTo(face.address() + "/111122223333/q");
            assertThat(client.receiveMessage(r -> r.queueUrl(url)).messages())
                    .singleElement()
                    .matches(message -> message.body().equals("ü"));
        }
    }

    @Test
    void theCallerIsTheAccessKeyOfTheSignature() {
        List<WorldEvent> events = new ArrayList<>();
        world.listen(events::add);

        try (SqsClient client = client()) {
            client.listQueues();
        }

        assertThat(events)
                .containsExactly(
                        new WorldEvent.ApiCall(world.now(), "AKIDEXAMPLE", "sqs", "ListQueues", Optional.empty()));
    }

    @Test
    void aQueryMayComeByGet() throws Exception {
        sqs.create("q", Map.of());
        URI query = face.address().resolve("/?Action=GetQueueUrl&QueueName=q&Version=2012-11-05");

        HttpResponse<String> response =
                browser.send(HttpRequest.newBuilder(query).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).contains("<QueueUrl>" + face.address() + "/111122223333/q</QueueUrl>");
    }

    @Test
    void aRequestThatIsNoAwsRequestIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(face.address().resolve("/index.html"))
                .PUT(HttpRequest.BodyPublishers.ofString("100%"))
                .build();

        HttpResponse<String> response = browser.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("does not play the operation /index.html of an unnamed service");
    }

    @Test
    void aLongPollEndsWhenAMessageComes() throws Exception {
        String url = sqs.create("q", Map.of()).url();
        CompletableFuture<String> poll = poll(url);

        world.exclusively(() -> sqs.byName("q").orElseThrow().send("hello"));

        assertThat(poll.get(10, TimeUnit.SECONDS)).contains("\"Body\":\"hello\"");
    }

    @Test
    void aLongPollEndsWhenItsVirtualTimeIsOver() throws Exception {
        String url = sqs.create("q", Map.of()).url();
        CompletableFuture<String> poll = poll(url);

        world.run(Duration.ofSeconds(20));

        assertThat(poll.get(10, TimeUnit.SECONDS)).isEqualTo("{}");
    }

    @Test
    void aLongPollDoesNotKeepOthersWaiting() throws Exception {
        String url = sqs.create("q", Map.of()).url();
        CompletableFuture<String> poll = poll(url);

        try (SqsClient client = client()) {
            assertThat(client.listQueues().queueUrls()).containsExactly(url);
        }

        assertThat(poll).isNotDone();
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(() -> new HttpFace(world, dispatcher, face.port()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("Port " + face.port() + " cannot be listened on: ");
    }

    /** A long poll of twenty seconds that has surely arrived. */
    private CompletableFuture<String> poll(String url) throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        dispatcher.add((caller, service, operation, request) -> {
            arrived.countDown();
            return Optional.empty();
        });
        HttpRequest request = HttpRequest.newBuilder(face.address())
                .header("X-Amz-Target", RECEIVE)
                .POST(HttpRequest.BodyPublishers.ofString("{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":20}"))
                .build();
        CompletableFuture<String> answer =
                browser.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(HttpResponse::body);
        assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        return answer;
    }

    private SqsClient client() {
        return SqsClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(face.address())
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
                .build();
    }
}
