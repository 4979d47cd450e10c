package dev.drainpipe.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.world.WorldEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;

class DispatcherTest {
    private static final String ECS = "AmazonEC2ContainerServiceV20141113.";
    private static final String SCALING = "&Version=2011-01-01";

    private final Wire wire = new Wire();

    @Test
    void anEmptyBodyIsAnEmptyRequest() {
        assertThat(wire.json(ECS + "ListTasks", "").status()).isEqualTo(200);
        assertThat(wire.arrived).containsExactly(ListTasksRequest.builder().build());
    }

    @Test
    void aCompressedBodyIsRead() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("{\"cluster\":\"c\"}".getBytes(StandardCharsets.UTF_8));
        }

        wire.send(
                Map.of("x-amz-target", ECS + "ListTasks", "content-encoding", "gzip"),
                "/",
                SdkBytes.fromByteArray(zipped.toByteArray()));

        assertThat(wire.arrived)
                .containsExactly(ListTasksRequest.builder().cluster("c").build());
    }

    @Test
    void aBodyThatOnlyClaimsToBeCompressedIsRefused() {
        WireResponse response = wire.send(
                Map.of("x-amz-target", ECS + "ListTasks", "content-encoding", "gzip"),
                "/",
                SdkBytes.fromUtf8String("{}"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(wire.arrived).isEmpty();
    }

    @Test
    void jsonErrorsCarryTheirType() {
        WireResponse response = wire.json(ECS + "ListTasks", "{\"cluster\":\"none\"}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(Wire.text(response))
                .isEqualTo("{\"__type\":\"ClusterNotFoundException\",\"message\":\"Cluster not found.\"}");
    }

    @Test
    void queryErrorsAreXml() {
        WireResponse response = wire.query("Action=SetInstanceHealth&InstanceId=i-1" + SCALING);

        String id = String.valueOf(response.headers().get("x-amzn-RequestId"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(Wire.text(response))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<ErrorResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\"><Error><Type>"
                        + "Sender</Type><Code>ValidationError</Code>"
                        + "<Message>Instance &lt;i-1&gt; &amp; others</Message>"
                        + "</Error><RequestId>" + id + "</RequestId></ErrorResponse>");
    }

    @Test
    void anEmptyResultStillHasItsElement() {
        WireResponse response =
                wire.query("Action=CompleteLifecycleAction&LifecycleHookName=h&InstanceId=i-1" + SCALING);

        assertThat(Wire.text(response))
                .contains("<CompleteLifecycleActionResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\">"
                        + "<CompleteLifecycleActionResult></CompleteLifecycleActionResult><ResponseMetadata>");
        assertThat(wire.arrived)
                .containsExactly(CompleteLifecycleActionRequest.builder()
                        .lifecycleHookName("h")
                        .instanceId("i-1")
                        .build());
    }

    @Test
    void sqsErrorsCarryTheOldCodeBesideTheNewType() {
        WireResponse response = wire.json("AmazonSQS.GetQueueUrl", "{\"QueueName\":\"nowhere\"}");

        assertThat(response.headers())
                .containsEntry("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender");
        assertThat(Wire.text(response))
                .isEqualTo("{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"The specified queue does"
                        + " not exist.\"}");
    }

    @Test
    void requestIdsDifferAndRepeatWithTheSeed() {
        String first =
                String.valueOf(wire.json(ECS + "ListTasks", "{}").headers().get("x-amzn-RequestId"));
        String second =
                String.valueOf(wire.json(ECS + "ListTasks", "{}").headers().get("x-amzn-RequestId"));
        String again = String.valueOf(
                new Wire().json(ECS + "ListTasks", "{}").headers().get("x-amzn-RequestId"));

        assertThat(first).isNotEqualTo(second).isEqualTo(again);
    }

    @Test
    void everyAnsweredCallIsTold() {
        wire.json(ECS + "ListTasks", "{}");
        wire.json(ECS + "ListTasks", "{\"cluster\":\"none\"}");
        wire.json(ECS + "RunTask", "{}");

        assertThat(wire.events)
                .containsExactly(
                        called("ListTasks", Optional.empty()),
                        called("ListTasks", Optional.of("ClusterNotFoundException")),
                        called("RunTask", Optional.of("UnknownOperationException")));
    }

    @Test
    void aGateSeesTheCallAndRefusesItBeforeItHasAnyEffect() {
        List<String> seen = new ArrayList<>();
        wire.dispatcher.add((caller, service, operation, request) -> {
            seen.add(caller + " " + service + " " + operation + " " + ((ListTasksRequest) request).cluster());
            return Optional.of(AwsError.sender("ThrottlingException", "Rate exceeded"));
        });

        WireResponse response = wire.json(ECS + "ListTasks", "{\"cluster\":\"c\"}");

        assertThat(seen).containsExactly("caller ECS ListTasks c");
        assertThat(Wire.text(response)).contains("ThrottlingException", "Rate exceeded");
        assertThat(wire.arrived).isEmpty();
        assertThat(wire.events).containsExactly(called("ListTasks", Optional.of("ThrottlingException")));
    }

    @Test
    void interceptorsStandAroundTheServiceTheLastAddedOutermost() {
        List<String> passed = new ArrayList<>();
        for (String name : List.of("inner", "outer")) {
            wire.dispatcher.add((call, service) -> () -> {
                passed.add(name + " before " + call.name());
                SdkPojo answer = service.get();
                passed.add(name + " after " + wire.arrived.size());
                return answer;
            });
        }

        wire.json(ECS + "ListTasks", "{}");

        assertThat(passed)
                .containsExactly(
                        "outer before ecs:ListTasks", "inner before ecs:ListTasks", "inner after 1", "outer after 1");
    }

    @Test
    void aBrokenConnectionIsToldAndSeen() {
        wire.dispatcher.add((call, service) -> () -> {
            throw ConnectionBroken.timedOut();
        });

        assertThatThrownBy(() -> wire.json(ECS + "ListTasks", "{}"))
                .isInstanceOfSatisfying(
                        ConnectionBroken.class,
                        broken -> assertThat(broken.seen()).isInstanceOf(SocketTimeoutException.class));
        assertThat(wire.events).containsExactly(called("ListTasks", Optional.of("Read timed out")));
    }

    @Test
    void aLongPollPassesItsGatesOnceAndIsToldOnce() {
        List<String> seen = new ArrayList<>();
        String url = wire.sqs.create("q", Map.of()).url();
        wire.dispatcher.add((caller, service, operation, request) -> {
            seen.add(operation);
            return Optional.empty();
        });
        Call call = wire.dispatcher.open(new WireRequest(
                "caller",
                "/",
                Map.of("x-amz-target", "AmazonSQS.ReceiveMessage"),
                SdkBytes.fromUtf8String("{\"QueueUrl\":\"" + url + "\",\"WaitTimeSeconds\":20}")));

        assertThat(call.attempt()).isEmpty();
        assertThat(call.attempt()).isEmpty();
        assertThat(call.giveUp().status()).isEqualTo(200);

        assertThat(seen).containsExactly("ReceiveMessage");
        assertThat(wire.events).hasSize(1);
    }

    private WorldEvent called(String operation, Optional<String> error) {
        return new WorldEvent.ApiCall(wire.world.now(), "caller", "ecs", operation, error);
    }
}
