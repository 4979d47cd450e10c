package dev.drainpipe.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTextTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:05.25Z");
    private static final String ID = "i-0123456789abcdef0";

    private static String line(WorldEvent event) {
        return EventText.line(event).orElseThrow();
    }

    @Test
    void aLineBeginsWithTheTimeAndWhomItIsAbout() {
        assertThat(line(new WorldEvent.LifecycleState(AT, "g", ID, "Terminating:Wait")))
                .isEqualTo("12:00:05.250  i-0123456789abcdef0  Terminating:Wait");
    }

    @Test
    void aLogLineStandsAsInItsLogGroup() {
        assertThat(line(new WorldEvent.LogLine(AT, "terminator", "[INFO] 2026 id No pending terminations\n")))
                .isEqualTo("12:00:05.250  terminator           [INFO] 2026 id No pending terminations");
    }

    @Test
    void aTaskIsNamedByTheBeginningOfItsId() {
        assertThat(line(new WorldEvent.TaskStatus(AT, "c", "service:web", "arn:x/c/0123456789ab", ID, "STOPPING")))
                .endsWith("task 01234567 of service:web: STOPPING");
    }

    @Test
    void aTargetGroupIsNamedWithoutItsArn() {
        String arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/0123456789abcdef";

        assertThat(line(new WorldEvent.Registration(AT, arn, ID, 32768, "draining")))
                .endsWith("load balancer web port 32768: draining");
    }

    @Test
    void anEndedActionIsNamedWithItsResult() {
        assertThat(line(new WorldEvent.LifecycleAction(
                        AT, "g", "drainpipe", ID, ActionStep.COMPLETED, Optional.of("CONTINUE"))))
                .endsWith("lifecycle action of hook drainpipe: COMPLETED with CONTINUE");
    }

    @Test
    void whatIsOnlyCountedHasNoLine() {
        assertThat(EventText.line(new WorldEvent.RequestServed(AT, "lb", ID, Duration.ZERO)))
                .isEmpty();
        assertThat(EventText.line(new WorldEvent.ApiCall(AT, "x", "ecs", "ListTasks", Optional.empty())))
                .isEmpty();
        assertThat(EventText.line(new WorldEvent.Invocation(AT, "x", "r", Duration.ZERO, Optional.empty())))
                .isEmpty();
    }

    @Test
    void aCallThatFailedHasALine() {
        assertThat(line(new WorldEvent.ApiCall(
                        AT, "terminator", "ecs", "ListTasks", Optional.of("ThrottlingException"))))
                .endsWith("ecs:ListTasks was answered ThrottlingException");
    }
}
