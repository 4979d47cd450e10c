package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.port.Outbox.Outgoing;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desired count is lowered before the first instance of a scale-in is let go. */
class WakeUpTest extends DeregisterStepFixture {
    @BeforeEach
    void aScalerListens() {
        scalerQueue = Optional.of(aws.scalerQueue());
        aws.active("i-1");
        aws.active("i-2");
    }

    @Test
    void theTaskScalerIsWokenOnceForEachClusterBeforeTheHandOver() {
        aws.active("i-3");
        aws.clusterOf.put("i-3", "web");

        run(termination("i-1"), termination("i-2"), termination("i-3"));

        assertThat(aws.writes())
                .containsExactly("drain c [arn-i-1, arn-i-2]", "drain web [arn-i-3]", "wake 2", "send 3");
        assertThat(aws.wakeUps)
                .extracting(Outgoing::body)
                .containsExactlyInAnyOrder("{\"cluster_name\":\"c\"}", "{\"cluster_name\":\"web\"}");
        assertThat(aws.handedOver).extracting(Outgoing::delay).containsOnly(Duration.ofSeconds(5));
    }

    @Test
    void aClusterIsToldByItsName() {
        cluster = "arn:aws:ecs:eu-central-1:1:cluster/c";
        aws.clusterOf.put("i-1", cluster);

        run(termination("i-1"));

        assertThat(aws.wakeUps).extracting(Outgoing::body).containsExactly("{\"cluster_name\":\"c\"}");
    }

    @Test
    void nobodyIsWokenWhereNothingChanged() {
        aws.instances.put("i-1", new ContainerInstance("i-1", "arn-i-1", Status.DRAINING, true, 1));

        run(termination("i-1"));

        assertThat(aws.writes()).containsExactly("send 1");
        assertThat(aws.handedOver).extracting(Outgoing::delay).containsOnly(Duration.ZERO);
    }

    @Test
    void nobodyIsWokenForAnInstanceThatEcsRefusedToDrain() {
        aws.refused.put("arn-i-1", "UNEXPECTED");

        run(termination("i-1"));

        assertThat(aws.wakeUps).isEmpty();
    }

    @Test
    void aStateChangeWakesTooThoughNobodyIsHandedOver() {
        run(stateChange("i-1"));

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "wake 1");
    }

    @Test
    void aWakeUpThatFailsFailsNothingAndNobodyWaitsForIt() {
        aws.failures.put("wake", new TryLater("throttled"));

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(lines).contains("WARN Not now: throttled");
        assertThat(aws.handedOver).extracting(Outgoing::delay).containsExactly(Duration.ZERO);
    }

    @Test
    void aWakeUpThatIsRefusedIsNoted() {
        aws.notWoken.put("0", "InternalError");

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(lines).contains("WARN The task scaler was not woken for c: InternalError");
        assertThat(aws.handedOver).extracting(Outgoing::delay).containsExactly(Duration.ZERO);
    }

    @Test
    void withoutAQueueNobodyIsWoken() {
        scalerQueue = Optional.empty();

        run(termination("i-1"));

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
        assertThat(aws.handedOver).extracting(Outgoing::delay).containsExactly(Duration.ZERO);
    }
}
