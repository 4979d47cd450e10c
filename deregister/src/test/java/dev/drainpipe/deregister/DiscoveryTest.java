package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.deregister.Settings.Options;
import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest extends DeregisterStepFixture {
    @BeforeEach
    void anInstanceOutsideEcsToo() {
        configured = LoadBalancers.NONE;
        aws.active("i-1");
    }

    @Test
    void whatHoldsTheInstanceIsLeftAndHandedOver() {
        aws.classicNames.add("lb");
        aws.classic.put("i-1", Attachment.REGISTERED);
        target("tg", "i-1");
        target("other", "i-9");

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("leave lb [i-1]", "leave tg [i-1:80]", "drain c [arn-i-1]", "send 1");
        assertThat(aws.handedOver.get(0).body()).contains("\"elb_names\":[\"lb\"]", "\"target_group_arns\":[\"tg\"]");
    }

    @Test
    void whatIsNamedIsNotLookedFor() {
        configured = new LoadBalancers(List.of(), List.of("tg"));

        run(termination("i-1"));

        assertThat(aws.calls).noneMatch(call -> call.startsWith("classic names") || call.startsWith("target groups"));
    }

    @Test
    void whatTheHooksMetadataNamesIsNotLookedForEither() {
        aws.active("i-0123456789abcdef0");
        aws.clusterOf.put("i-0123456789abcdef0", "web");

        run(example("termination-with-metadata"));

        assertThat(aws.calls)
                .contains("attachments web-classic [i-0123456789abcdef0]")
                .doesNotContain("classic names");
    }

    @Test
    void nothingIsLookedForIfAnOperatorSaysSo() {
        options = new Options(false, false, null, false);

        run(termination("i-1"));

        assertThat(aws.calls).containsExactly("byInstanceId c [i-1]", "drain c [arn-i-1]", "send 1");
    }

    @Test
    void whatEcsManagesIsLeftToEcsAndNotEvenAskedForItsTargets() {
        aws.classicNames.add("lb");
        aws.classic.put("i-1", Attachment.REGISTERED);
        target("tg", "i-1");
        aws.managed.addAll(List.of("lb", "tg"));

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.calls).doesNotContain("holds tg", "attachments lb [i-1]");
        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
    }

    /**
     * A crash between leaving a load balancer and handing over: when the message came again the load balancer listed the
     * instance no more, nobody waited for it, and the requests in flight were cut.
     */
    @Test
    void whatStillDrainsTheInstanceIsHandedOver() {
        aws.classicNames.add("lb");
        aws.classic.put("i-1", Attachment.DRAINING);
        aws.targetGroups.add("tg");
        aws.targets.add(new Target("tg", "i-1", 80, Attachment.DRAINING));

        run(termination("i-1"));

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
        assertThat(aws.handedOver.get(0).body()).contains("\"elb_names\":[\"lb\"]", "\"target_group_arns\":[\"tg\"]");
    }

    /** Out of a target group that ECS has just got, the first tasks of a new service would serve nobody. */
    @Test
    void aServiceThatIsYoungerThanTheMemoryKeepsItsTargetGroup() {
        run(termination("i-1"));
        aws.calls.clear();
        aws.active("i-2");
        target("young", "i-2");
        aws.managed.add("young");
        now = now.plusSeconds(30);

        run(termination("i-2"));

        assertThat(aws.writes()).containsExactly("drain c [arn-i-2]", "send 1");
        assertThat(aws.calls).contains("managed c");
    }

    @Test
    void whatEcsManagesIsRememberedForAMinute() {
        run(termination("i-1"));
        aws.calls.clear();

        now = now.plusSeconds(60).minusMillis(1);
        run(termination("i-1"));
        assertThat(aws.calls).doesNotContain("managed c");

        now = now.plusMillis(1);
        run(termination("i-1"));
        assertThat(aws.calls).containsOnlyOnce("managed c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic names", "attachments lb", "target groups", "holds tg", "managed c"})
    void whoDoesNotAnswerBringsTheMessageBack(String silent) {
        aws.classicNames.add("lb");
        target("tg", "i-9");
        aws.failures.put(silent, new TryLater("throttled"));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void hundredsOfGroupsAreLookedThroughOnceForManyInstances() {
        for (int i = 0; i < 450; i++) {
            target("tg-%03d".formatted(i), "i-9");
        }

        for (int i = 0; i < 20; i++) {
            aws.active("i-a" + i);
            run(termination("i-a" + i));
        }

        assertThat(aws.calls.stream().filter(call -> call.startsWith("holds"))).hasSize(450);
        assertThat(aws.handedOver).hasSize(20);
    }

    @Test
    void aSearchThatIsThrottledGoesOnWhereItEnded() {
        for (int i = 0; i < 9; i++) {
            target("tg-" + i, "i-9");
        }
        aws.failures.put("holds tg-4", new TryLater("throttled"));
        aws.failures.put("holds tg-5", new TryLater("throttled"));
        aws.failures.put("holds tg-6", new TryLater("throttled"));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");
        assertThat(lines).anyMatch(line -> line.endsWith("5 target groups have not said yet whether they hold it"));
        aws.failures.clear();
        aws.calls.clear();

        assertThat(run(termination("i-1"))).isEmpty();
        assertThat(aws.calls.stream().filter(call -> call.startsWith("holds")))
                .containsExactly("holds tg-4", "holds tg-5", "holds tg-6", "holds tg-7", "holds tg-8");
    }

    @Test
    void aSearchEndsBeforeItsInvocationDoes() {
        target("tg", "i-9");
        timeLeft = Duration.ofMillis(4_999);

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");
        assertThat(aws.calls).doesNotContain("holds tg");

        timeLeft = Duration.ofSeconds(5);
        assertThat(run(termination("i-1"))).isEmpty();
    }

    @Test
    void anInstanceThatIsYoungerThanTheMemoryIsLookedForAnew() {
        target("tg", "i-9");
        run(termination("i-1"));
        aws.calls.clear();
        target("tg", "i-2");
        Instant started = now.minus(Duration.ofMinutes(4));
        aws.instances.put("i-2", new ContainerInstance("i-2", "arn-i-2", Status.ACTIVE, true, 1, started));
        now = now.plusSeconds(60);

        run(asked("i-2", now));

        assertThat(aws.calls).contains("holds tg");
        assertThat(aws.writes()).contains("leave tg [i-2:80]");
    }

    @Test
    void anInstanceThatIsOlderThanTheMemoryIsNotLookedForAnewForFiveMinutes() {
        target("tg", "i-9");
        run(termination("i-1"));
        Instant looked = now;
        Instant started = now.minus(Duration.ofMinutes(5));
        aws.instances.put("i-2", new ContainerInstance("i-2", "arn-i-2", Status.ACTIVE, true, 1, started));
        aws.calls.clear();

        now = looked.plus(Duration.ofMinutes(5));
        run(asked("i-2", now));
        assertThat(aws.calls).doesNotContain("holds tg");

        now = now.plusMillis(1);
        run(asked("i-2", now));
        assertThat(aws.calls).contains("holds tg");
    }

    @Test
    void aMemoryEndsAfterAQuarterOfAnHour() {
        target("tg", "i-9");
        run(termination("i-1"));
        aws.calls.clear();

        now = now.plus(Duration.ofMinutes(15));
        run(termination("i-1"));
        assertThat(aws.calls).doesNotContain("holds tg");

        now = now.plusMillis(1);
        run(termination("i-1"));
        assertThat(aws.calls).contains("holds tg");
    }

    private void target(String group, String id) {
        aws.targetGroups.add(group);
        aws.targets.add(new Target(group, id, 80, Attachment.REGISTERED));
    }

    private static Delivery asked(String id, Instant when) {
        String body = termination(id).body().replace("2026-01-01T12:00:00.000Z", when.toString());
        return new Delivery("m-" + id, "handle", body, when, 1);
    }
}
