package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Agents that ECS does not hear: their counts are no evidence. */
class AgentTest extends ScenarioTest {
    /** Tasks of a disconnected agent never move, and its counters say nothing (aws/containers-roadmap#2040). */
    @Test
    void anInstanceWhoseAgentIsSilentIsNotLetGoBeforeTheDeadline() {
        Run run = begin(ordinary().behind(Front.NONE).deadline(Duration.ofMinutes(15), "CONTINUE"));
        String instance = run.anInstance();
        run.aws().ecs().setAgentConnected(instance, false);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isBetween(Duration.ofMinutes(15), Duration.ofMinutes(17));
    }

    @Test
    void whenTheAgentSpeaksAgainTheDrainGoesOn() {
        Run run = begin(ordinary());
        String instance = run.anInstance();
        run.aws().ecs().setAgentConnected(instance, false);
        run.terminate(instance);
        run.pass(Duration.ofMinutes(10));
        assertThat(run.ours()).isEmpty();

        run.aws().ecs().setAgentConnected(instance, true);

        assertThat(run.letGo(instance).leftovers()).isEmpty();
    }
}
