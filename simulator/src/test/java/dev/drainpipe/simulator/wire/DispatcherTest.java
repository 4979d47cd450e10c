package dev.drainpipe.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;

class DispatcherTest {
    private static final String ECS = "AmazonEC2ContainerServiceV20141113.";
    private static final String SCALING = "&Version=2011-01-01";

    private final Wire wire = new Wire();

    @Test
    void anUnknownJsonOperationIsRefusedByName() {
        WireResponse response = wire.json(ECS + "RunTask", "{}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(Wire.text(response))
                .isEqualTo("{\"__type\":\"UnknownOperationException\",\"message\":\"The simulator does not play the"
                        + " operation RunTask of ecs. Of this service it plays ListTasks.\"}");
    }

    @Test
    void anUnknownQueryActionIsRefusedByName() {
        WireResponse response = wire.query("Action=CreateAutoScalingGroup" + SCALING);

        assertThat(response.status()).isEqualTo(400);
        assertThat(Wire.text(response))
                .contains("<Type>Sender</Type><Code>InvalidAction</Code><Message>The simulator does not play the"
                        + " operation CreateAutoScalingGroup of autoscaling. Of this service it plays"
                        + " CompleteLifecycleAction, SetInstanceHealth.</Message>");
    }

    @Test
    void anUnknownServiceIsRefusedByName() {
        assertThat(Wire.text(wire.json("DynamoDB_20120810.ListTables", "{}")))
                .contains("UnknownOperationException", "operation ListTables of DynamoDB_20120810. It plays SQS, ECS,");
        assertThat(Wire.text(wire.json("ListTables", "{}"))).contains("operation ListTables of an unnamed service.");
        assertThat(Wire.text(wire.query("Action=DescribeInstances&Version=2016-11-15")))
                .contains("InvalidAction", "operation DescribeInstances of 2016-11-15. It plays SQS, ECS,");
    }

    @Test
    void aServiceThatNobodyBroughtIsRefused() {
        assertThat(Wire.text(wire.query("Action=DescribeLoadBalancers&Version=2015-12-01")))
                .contains("operation DescribeLoadBalancers of elasticloadbalancing. It plays SQS, ECS, AUTO_SCALING.");
    }

    @Test
    void aRestServiceIsRefusedByItsSigningName() {
        Map<String, String> headers = Map.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/lambda/aws4_request, SignedHeaders=host");

        WireResponse response = wire.send(headers, "/2015-03-31/functions/", SdkBytes.fromUtf8String(""));

        assertThat(Wire.text(response)).contains("operation /2015-03-31/functions/ of lambda.");
    }

    @Test
    void theSignatureTellsServicesOfOneVersionApart() {
        Map<String, String> headers = Map.of(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-central-1/iam/aws4_request, SignedHeaders=host");

        WireResponse response =
                wire.send(headers, "/", SdkBytes.fromUtf8String("Action=CompleteLifecycleAction" + SCALING));

        assertThat(Wire.text(response)).contains("operation CompleteLifecycleAction of iam 2011-01-01.");
    }

    @Test
    void anUnknownJsonMemberIsRefusedByName() {
        WireResponse response = wire.json(ECS + "ListTasks", "{\"cluster\":\"c\",\"colour\":\"red\"}");

        assertThat(response.status()).isEqualTo(400);
        assertThat(Wire.text(response))
                .contains("SerializationException", "does not know the request member colour; it knows cluster,");
    }

    @Test
    void anUnknownQueryParameterIsRefusedByName() {
        WireResponse response = wire.query("Action=CompleteLifecycleAction&Colour=red" + SCALING);

        assertThat(response.status()).isEqualTo(400);
        assertThat(Wire.text(response)).contains("MalformedInput", "does not know the request member Colour;");
    }

    @Test
    void aWrongTypeIsRefusedByName() {
        assertThat(Wire.text(wire.json(ECS + "ListTasks", "{\"maxResults\":\"ten\"}")))
                .contains("SerializationException", "The value ten of the member maxResults is not of the type");
        assertThat(Wire.text(wire.json(ECS + "ListTasks", "{\"cluster\":[1]}")))
                .contains("SerializationException", "member cluster");
        assertThat(Wire.text(wire.json("AmazonSQS.TagQueue", "{\"Tags\":\"a\"}")))
                .contains("SerializationException", "Tags holds a where a structure or map is expected");
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        assertThat(Wire.text(wire.json(ECS + "ListTasks", "nonsense"))).contains("SerializationException");
    }

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
                        + "<ErrorResponse xmlns=\"http://autoscaling.amazonaws.com/doc/2011-01-01/\"><Error><Type>Sender"
                        + "</Type><Code>ValidationError</Code><Message>Instance &lt;i-1&gt; &amp; others</Message>"
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
