package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.TryLater;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeregisterStepTest extends DeregisterStepFixture {
    @Test
    void loadBalancersFirstThenDrainingThenTheHandOver() {
        aws.active("i-1");
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.targets.add(new Target("tg", "i-1", 32768, Attachment.REGISTERED));

        Set<String> failed = run(termination("i-1"));

        assertThat(failed).isEmpty();
        assertThat(aws.calls)
                .containsExactly(
                        "byInstanceId c [i-1]",
                        "attachments lb [i-1]",
                        "targets tg [i-1]",
                        // What ECS does not manage, as one short list may say, is taken away from it: so twice.
                        "managed c",
                        "managed c",
                        "leave lb [i-1]",
                        "leave tg [i-1:32768]",
                        "drain c [arn-i-1]",
                        "send 1");
        assertThat(lines)
                .containsExactly(
                        "INFO Draining i-1 of asg (hook drain) in c: leave lb, leave tg with port 32768, set to"
                                + " DRAINING, hand over");
    }

    @Test
    void theHandOverCarriesIdentityAndFirstSightAndNoState() {
        aws.active("i-1");

        run(termination("i-1"));

        assertThat(Json.object(aws.handedOver.get(0).body()).orElseThrow())
                .containsEntry("instance_id", "i-1")
                .containsEntry("auto_scaling_group", "asg")
                .containsEntry("life_cycle_hook_name", "drain")
                .containsEntry("lifecycle_action_token", "token-i-1")
                .containsEntry("elb_name", "lb")
                .containsEntry("cluster_name", "c")
                .containsEntry("elb_names", List.of("lb"))
                .containsEntry("target_group_arns", List.of("tg"))
                .containsEntry("container_instance_arn", "arn-i-1")
                .containsEntry("first_seen", "2026-01-01T12:00:00Z");
    }

    @Test
    void aNamedLoadBalancerThatEcsManagesIsLeftToEcs() {
        aws.active("i-1");
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.managed.add("lb");

        run(termination("i-1"));

        assertThat(aws.calls).contains("drain c [arn-i-1]").noneMatch(call -> call.startsWith("leave"));
        assertThat(aws.handedOver)
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("\"lb\""));
    }

    @Test
    void tenInstancesAreNoMoreCallsThanOne() {
        List<Delivery> ten = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            aws.active("i-" + i);
            ten.add(termination("i-" + i));
        }

        run(ten.toArray(Delivery[]::new));

        assertThat(aws.calls.stream().map(call -> call.substring(0, call.indexOf(' '))))
                .containsExactly("byInstanceId", "attachments", "targets", "managed", "managed", "drain", "send");
    }

    @Test
    void anInstanceThatEcsDoesNotHaveIsHandedOverAllTheSame() {
        run(termination("i-1"));

        assertThat(aws.calls).noneMatch(call -> call.startsWith("drain"));
        assertThat(aws.handedOver)
                .singleElement()
                .satisfies(message -> assertThat(message.body()).doesNotContain("container_instance_arn"));
    }

    @Test
    void theSameMessageTwiceIsHandedOverOnce() {
        aws.active("i-1");
        Delivery first = termination("i-1");
        Delivery second = new Delivery("other", "h", first.body(), SENT, 1);

        assertThat(run(first, second)).isEmpty();

        assertThat(aws.handedOver).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachments lb", "targets tg", "byInstanceId", "leave lb", "leave tg", "drain", "send"})
    void aCallThatFailsBringsTheMessageBackAndNothingIsHandedOver(String call) {
        aws.active("i-1");
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.targets.add(new Target("tg", "i-1", 80, Attachment.REGISTERED));
        aws.failures.put(call, new TryLater("ThrottlingException"));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");

        assertThat(aws.handedOver).isEmpty();
        assertThat(lines).anyMatch(line -> line.startsWith("WARN Not handed over, will be tried again: i-1 of asg"));
    }

    @Test
    void anInstanceThatALoadBalancerDidNotLetGoIsNotSetToDraining() {
        aws.active("i-1");
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.failures.put("leave lb", new TryLater("ThrottlingException"));

        run(termination("i-1"));

        assertThat(aws.calls).noneMatch(call -> call.startsWith("drain"));
    }

    @Test
    void aRefusedInstanceFailsAloneAndItsNeighbourGoesOn() {
        aws.active("i-1");
        aws.active("i-2");
        aws.refused.put("arn-i-1", "UNEXPECTED");

        assertThat(run(termination("i-1"), termination("i-2"))).containsExactly("m-i-1");

        assertThat(aws.handedOver)
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("i-2"));
        assertThat(lines).anyMatch(line -> line.endsWith("could not be set to DRAINING: UNEXPECTED"));
    }

    @Test
    void aMessageThatTheTerminationQueueRefusedFailsAlone() {
        aws.active("i-1");
        aws.active("i-2");
        aws.notAccepted.put("0", "InternalError");

        assertThat(run(termination("i-1"), termination("i-2"))).containsExactly("m-i-1");
    }

    @Test
    void instancesOfSeveralClustersAreDrainedInOnePass() throws IOException {
        aws.active("i-1");
        aws.active("i-0123456789abcdef0");
        aws.clusterOf.put("i-0123456789abcdef0", "web");
        String other = Files.readString(Path.of("../events/termination-with-metadata.json"));

        assertThat(run(termination("i-1"), new Delivery("m2", "h", other, SENT, 1)))
                .isEmpty();

        assertThat(aws.calls).contains("drain c [arn-i-1]", "drain web [arn-i-0123456789abcdef0]");
        assertThat(aws.calls).contains("attachments web-classic [i-0123456789abcdef0]");
    }

    @Test
    void anInstanceThatStillRegistersIsTriedAgain() {
        aws.instances.put("i-1", new ContainerInstance("i-1", "arn-i-1", Status.REGISTERING, false, 0));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");
    }
}
