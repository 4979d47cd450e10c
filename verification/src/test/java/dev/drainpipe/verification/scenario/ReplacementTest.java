package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.verification.scenario.Evidence.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;

/** Instances that EC2 wants back later: their group replaces them, if the operator asked for that. */
class ReplacementTest extends ScenarioTest {
    private static final String TERMINATE = "autoscaling:TerminateInstanceInAutoScalingGroup";

    @Test
    void aRebalanceRecommendationCostsNoCallUnlessSomebodyAskedForReplacements() {
        Run run = begin(ordinary());
        String instance = run.anInstance();

        run.aws().announcements().recommendRebalance(instance);
        run.lifecycleQueue().send(Bodies.rebalanceRecommendation(instance, run.now()));
        run.pass(Duration.ofMinutes(5));

        assertThat(run.said("Left alone: " + instance)).hasSize(1);
        assertThat(run.evidence().calls()).extracting(Call::caller).doesNotContain("deregister");
        assertThat(run.in("InService")).hasSize(4);
        assertThat(run.ecsStatus(instance)).isEqualTo("ACTIVE");
    }

    @Test
    void anInstanceThatIsRecommendedForRebalanceIsReplacedAndThenDrained() {
        Run run = begin(ordinary().behind(Front.TARGET_GROUP).with("ReasonsToLeave", "ALL"));
        String instance = run.anInstanceWithATask();

        run.aws().announcements().recommendRebalance(instance);

        assertThat(run.letGo(instance).leftovers()).isEmpty();
        run.until("it is replaced", () -> run.in("InService").size() == 4);
        assertThat(handedOver(run)).singleElement().satisfies(request -> {
            assertThat(request.instanceId()).isEqualTo(instance);
            assertThat(request.shouldDecrementDesiredCapacity()).isFalse();
        });
    }

    @Test
    void theSameRecommendationFiveTimesHandsItsInstanceOverOnce() {
        Run run = begin(ordinary().with("ReasonsToLeave", "ALL"));
        String instance = run.anInstance();

        for (int i = 0; i < 5; i++) {
            run.aws().announcements().recommendRebalance(instance);
            run.pass(Duration.ofSeconds(10).multipliedBy(i));
        }
        run.letGo(instance);
        run.pass(Duration.ofMinutes(5));

        assertThat(run.calls(TERMINATE)).isEqualTo(1);
        assertThat(run.in("InService")).hasSize(4).doesNotContain(instance);
    }

    @Test
    void anInstanceWhoseGroupHasNoHookOfOursIsNotEndedWithItsTasks() {
        Run run = begin(ordinary().with("ReasonsToLeave", "ALL").with("AutoScalingGroupName", ""));
        String instance = run.anInstanceWithATask();

        run.aws().announcements().recommendRebalance(instance);
        run.pass(Duration.ofMinutes(5));

        assertThat(run.calls(TERMINATE)).isZero();
        assertThat(run.in("InService")).contains(instance);
        assertThat(run.said("[WARN] Not handed to its group: " + instance)).hasSize(1);
    }

    @Test
    void instancesThatEc2WillRetireAreReplacedAndDrained() {
        Run run = begin(ordinary().with("ReasonsToLeave", "ALL"));
        List<String> retired = run.in("InService").subList(0, 2);

        run.aws().announcements().scheduleRetirement(retired, run.now().plus(Duration.ofDays(7)));

        run.until("both are let go", () -> run.ours().size() == 2);
        run.until("both are replaced", () -> run.in("InService").size() == 4);
        assertThat(run.in("InService")).doesNotContainAnyElementsOf(retired);
        assertThat(handedOver(run))
                .extracting(TerminateInstanceInAutoScalingGroupRequest::instanceId)
                .containsExactlyInAnyOrderElementsOf(retired);
    }

    private static List<TerminateInstanceInAutoScalingGroupRequest> handedOver(Run run) {
        return run.evidence().writes().stream()
                .filter(call -> call.name().equals(TERMINATE))
                .map(call -> (TerminateInstanceInAutoScalingGroupRequest) call.request())
                .toList();
    }
}
