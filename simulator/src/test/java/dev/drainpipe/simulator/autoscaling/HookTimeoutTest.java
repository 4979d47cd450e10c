package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.PastGlobalTimeout;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HookTimeoutTest {
    @Test
    void silenceEndsWithTheDefaultResultAndNobodyIsTold() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofSeconds(30), "CONTINUE");
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2 + 29));
        List<String> waiting = fleet.idsIn("Terminating:Wait");

        fleet.pass(Duration.ofSeconds(1));

        assertThat(waiting).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
        assertThat(fleet.stepsOf("drain")).containsExactly("STARTED", "TIMED_OUT CONTINUE");
        assertThat(fleet.lifecycleMessages()).hasSize(1);
    }

    @Test
    void aHeartbeatGivesTheFullTimeAgainFromNow() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofMinutes(1), "CONTINUE");
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2 + 30));

        fleet.calls.send(Fleet.heartbeat("drain", fleet.token("drain")));
        fleet.pass(Duration.ofSeconds(59));
        List<String> waiting = fleet.idsIn("Terminating:Wait");
        fleet.pass(Duration.ofSeconds(1));

        assertThat(waiting).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
        assertThat(fleet.stepsOf("drain")).containsExactly("STARTED", "HEARTBEAT", "TIMED_OUT CONTINUE");
    }

    @Test
    void noHeartbeatReachesPastTheGlobalTimeOut() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofSeconds(30), "CONTINUE");
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2));

        for (int i = 1; i < 150; i++) {
            fleet.pass(Duration.ofSeconds(20));
            fleet.calls.send(Fleet.heartbeat("drain", fleet.token("drain")));
        }
        fleet.pass(Duration.ofSeconds(19));
        List<String> waiting = fleet.idsIn("Terminating:Wait");
        fleet.pass(Duration.ofSeconds(1));

        assertThat(waiting).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
    }

    @Test
    void theSwitchRefusesAHeartbeatPastTheGlobalTimeOut() {
        Fleet fleet = Fleet.behaving(BothGiven.MUST_AGREE, PastGlobalTimeout.REFUSE)
                .hook("drain", Duration.ofSeconds(30), "CONTINUE")
                .scaleTo(0);
        for (int i = 1; i < 149; i++) {
            fleet.calls.send(Fleet.heartbeat("drain", fleet.token("drain")));
            fleet.pass(Duration.ofSeconds(20));
        }
        fleet.calls.send(Fleet.heartbeat("drain", fleet.token("drain")));
        fleet.pass(Duration.ofSeconds(20));

        assertThat(fleet.calls
                        .refused(Fleet.heartbeat("drain", fleet.token("drain")))
                        .text())
                .startsWith("No active Lifecycle Action found");
        assertThat(fleet.idsIn("Terminating:Wait")).hasSize(1);
    }

    @Test
    void aChangedHookHoldsForLaterActionsOnly() {
        Fleet fleet =
                Fleet.of(1).hook("drain", Duration.ofMinutes(1), "CONTINUE").scaleTo(0);

        fleet.hook("drain", Duration.ofSeconds(30), "CONTINUE");
        fleet.pass(Duration.ofSeconds(50));
        List<String> waiting = fleet.idsIn("Terminating:Wait");

        assertThat(waiting).hasSize(1);
    }
}
