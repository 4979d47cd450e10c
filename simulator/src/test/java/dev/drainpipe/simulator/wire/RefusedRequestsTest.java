package dev.drainpipe.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class RefusedRequestsTest {
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
}
