/**
 * The whole pipeline in a simulated account: an ordinary one, in which a scenario spoils one thing.
 *
 * <p>How to write one:
 *
 * <pre>{@code
 * class SilentAgentTest extends ScenarioTest {
 *     @Test
 *     void aSilentAgentHoldsItsInstance() {
 *         Run run = begin(ordinary().behind(Front.NONE).deadline(Duration.ofMinutes(15), "CONTINUE"));
 *         String instance = run.anInstance();
 *         run.aws().ecs().setAgentConnected(instance, false);
 *
 *         run.terminate(instance);
 *
 *         assertThat(run.letGo(instance).took()).isGreaterThan(Duration.ofMinutes(14));
 *     }
 * }
 * }</pre>
 *
 * <p>When the test is over, the run ends and the sentences of {@code Invariants} are checked; what a scenario needs to do
 * besides, it says with {@code run.allowed()}. Single calls fail with {@code run.faults()}.
 */
@NullMarked
package dev.drainpipe.verification.scenario;

import org.jspecify.annotations.NullMarked;
