package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Quick;
import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.ecs.EcsBehaviour;
import dev.drainpipe.simulator.ecs.EcsBehaviour.RepeatedDraining;
import dev.drainpipe.simulator.elb.ClassicElbBehaviour;
import dev.drainpipe.simulator.elb.ClassicElbBehaviour.DrainingListed;
import dev.drainpipe.simulator.sqs.SqsBehaviour;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS does not document: whatever it does, drains go well. */
class UndocumentedTest extends ScenarioTest {
    @ParameterizedTest
    @MethodSource("settings")
    void twoInstancesLeaveSafelyWhateverAwsDoes(UnaryOperator<AwsSettings> setting) {
        Run run = begin(ordinary().behind(Front.CLASSIC_OUTSIDE).tasks(4).settings(setting));
        run.stopFunctions();
        run.scaleIn(2);
        run.waiting(2);
        run.pass(Duration.ofSeconds(2));
        List<String> bodies = run.intercept();
        for (int i = 0; i < 3; i++) {
            bodies.forEach(run.lifecycleQueue()::send);
        }
        run.startFunctions();

        run.until("both are let go", () -> run.ours().size() == 2);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    static Stream<Named<UnaryOperator<AwsSettings>>> settings() {
        EcsBehaviour ecs = EcsBehaviour.defaults();
        SqsBehaviour sqs = SqsBehaviour.defaults();
        return Stream.of(
                ecs("DRAINING again is among the failures", ecs.withRepeatedDraining(RepeatedDraining.FAILURE)),
                ecs("DRAINING again is refused", ecs.withRepeatedDraining(RepeatedDraining.REFUSED)),
                ecs("ending tasks do not count for the maximum", ecs.withEndingTasksNotCounted()),
                elb("a draining instance is listed as healthy", DrainingListed.IN_HEALTH),
                elb("a draining instance is listed everywhere", DrainingListed.EVERYWHERE),
                sqs("SQS delivers everything twice", sqs.withDuplicates(1)),
                sqs("SQS delivers in any order", sqs.with(SqsBehaviour.Order.SHUFFLED)),
                sqs("older handles delete", sqs.withOlderHandlesDeleting(true)),
                sqs("short polls miss half", sqs.withShortPollMisses(0.5)));
    }

    private static Named<UnaryOperator<AwsSettings>> ecs(String name, EcsBehaviour behaviour) {
        return Named.of(name, usual -> Quick.with(usual, behaviour));
    }

    private static Named<UnaryOperator<AwsSettings>> elb(String name, DrainingListed listed) {
        return Named.of(name, usual -> Quick.with(usual, new ClassicElbBehaviour(listed)));
    }

    private static Named<UnaryOperator<AwsSettings>> sqs(String name, SqsBehaviour behaviour) {
        return Named.of(name, usual -> Quick.with(usual, behaviour));
    }
}
