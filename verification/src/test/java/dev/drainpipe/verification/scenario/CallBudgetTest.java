package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.verification.scenario.Evidence.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many calls of AWS drains cost, in a cluster of a hundred instances and one with eight tasks each that take five
 * minutes to end, and without load balancers; what Lambda's own pollers do is not counted. Whatever the two functions do
 * meanwhile is, their sweeps too.
 */
class CallBudgetTest extends ScenarioTest {
    private static final Set<String> DRAINING = Set.of("deregister", "terminator");

    @ParameterizedTest
    @CsvSource({"1, 12", "100, 300"})
    void aDrainStaysWithinItsBudget(int leaving, int most) {
        Run run = begin(ordinary()
                .behind(Front.NONE)
                .instances(101)
                .slots(8)
                .tasks(808)
                .with("MinTaskCount", 808)
                .task(task -> task.withShutdown(
                        task.shutdown().withTakes(Duration.ofMinutes(5)).withStopTimeout(Duration.ofMinutes(6))))
                .service(service -> service.withPercents(0, 100))
                .environment("DISCOVER_LOAD_BALANCERS", "false")
                .quiet());
        // Nobody has left for a while: what a process asks when it has just begun is not what a drain costs.
        run.pass(Duration.ofMinutes(15));
        Instant asked = run.now();

        run.drain(leaving);

        Map<String, Long> calls = run.evidence().calls().stream()
                .filter(call -> !call.at().isBefore(asked))
                .filter(call -> DRAINING.contains(call.caller()))
                .collect(Collectors.groupingBy(Call::name, TreeMap::new, Collectors.counting()));
        assertThat(calls.values().stream().mapToLong(number -> number).sum())
                .as(calls::toString)
                .isLessThanOrEqualTo(most);
    }
}
