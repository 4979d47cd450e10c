package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;

import dev.drainpipe.simulator.query.Calls;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Two running instances, one of which listens on two ports, and a target group behind a load balancer. */
abstract class TargetGroupRig {
    final Instances instances = new Instances().running(A, B);
    final ScriptedFlight flight = new ScriptedFlight();
    final ElbV2 elb = new ElbV2(instances.world(), flight);
    final Calls calls = new Calls(elb);
    final String group;

    TargetGroupRig() {
        elb.backends(instances::listens);
        instances.listen(A, 31000);
        instances.listen(A, 31001);
        group = elb.create(TargetGroupSpec.of("web", 80));
    }

    static TargetDescription target(String id, int port) {
        return TargetDescription.builder().id(id).port(port).build();
    }

    void register(int... ports) {
        calls.send(RegisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(IntStream.of(ports).mapToObj(p -> target(A, p)).toList())
                .build());
    }

    void deregister(int port) {
        calls.send(DeregisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(target(A, port))
                .build());
    }

    List<String> health(TargetDescription... targets) {
        return calls
                .ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(group)
                                .targets(targets)
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .stream()
                .map(ElbV2Test::text)
                .toList();
    }

    static String text(TargetHealthDescription d) {
        return "%d %s %s %s"
                .formatted(
                        d.target().port(),
                        d.targetHealth().stateAsString(),
                        d.targetHealth().reasonAsString(),
                        d.targetHealth().description());
    }
}
