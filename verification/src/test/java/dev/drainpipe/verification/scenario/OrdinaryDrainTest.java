package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrdinaryDrainTest extends ScenarioTest {
    @ParameterizedTest
    @EnumSource
    void twoOfFourInstancesLeaveSafely(Front front) {
        Run run = begin(ordinary().behind(front).tasks(front.outside() ? 4 : 3));

        run.drain(2);

        assertThat(run.ours()).hasSize(2).allMatch(ending -> ending.result().equals("CONTINUE"));
    }
}
