package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import dev.drainpipe.simulator.fault.ApiRates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Load balancers that nobody named: whoever holds an instance outside ECS is found, and left first. */
class DiscoveryTest extends ScenarioTest {
    private static final Duration DELAY = Duration.ofSeconds(90);
    private static final int GROUPS = 450;

    private final List<String> made = new ArrayList<>();

    /** Instances were terminated with connections through a load balancer that only the operator knew. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInstanceLeavesAllThatItWasPutIntoByHandNoLaterThanItIsDraining(boolean classic) {
        Run run = begin(ordinary()
                .behind(classic ? Front.CLASSIC_OUTSIDE : Front.TARGET_GROUP_OUTSIDE)
                .tasks(4)
                .with("LoadBalancerName", "")
                .with("TargetGroupArns", "")
                .before(this::makeThree));
        made.forEach(name -> run.in("InService").forEach(id -> registrar(run, name, id)));
        run.pass(Duration.ofMinutes(1));

        run.drain(2);

        assertThat(last(run, "elasticloadbalancing:DeregisterTargets")).isBeforeOrEqualTo(draining(run));
        assertThat(last(run, "elasticloadbalancing:DeregisterInstancesFromLoadBalancer"))
                .isBeforeOrEqualTo(draining(run));
        assertThat(run.ours())
                .hasSize(2)
                .allMatch(ending -> ending.leftovers().isEmpty())
                .allMatch(ending -> ending.took().compareTo(DELAY) >= 0);
    }

    /**
     * Tools that read only the first page of anything lost instances in large accounts (aws-samples/ecs-cid-sample#7), and
     * those that asked every group about each instance were throttled.
     */
    @Test
    void inALargeAccountEveryPageIsReadAndASecondBatchDoesNotAskAllGroupsAgain() {
        Run run = begin(large());
        List<String> leaving = inThreeOfTheGroups(run, 4);
        for (int i = 0; i < 250; i++) {
            run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(10)), leaving.get(0));
        }
        run.pass(Duration.ofMinutes(6));

        leaving.subList(0, 2).forEach(run::terminate);
        run.until("they are DRAINING", () -> allDraining(run, leaving.subList(0, 2)));
        long looks = run.calls("elasticloadbalancing:DescribeTargetHealth");
        leaving.subList(2, 4).forEach(run::terminate);
        run.until("all are DRAINING", () -> allDraining(run, leaving));

        assertThat(looks).isGreaterThanOrEqualTo(GROUPS);
        assertThat(run.calls("elasticloadbalancing:DescribeTargetHealth") - looks)
                .isLessThan(50);
        run.until("all are let go", () -> run.ours().size() == 4);
        assertThat(run.ours()).allMatch(ending -> ending.leftovers().isEmpty());
    }

    @Test
    void inALargeAccountTheDocumentedRatesAreEnough() {
        Run run = begin(large().retries());
        List<String> leaving = inThreeOfTheGroups(run, 2);
        run.aws().dispatcher().add(ApiRates.documented(run.world()).withAutoScaling(50, 10));

        leaving.forEach(run::terminate);
        run.until("both are let go", () -> run.ours().size() == 2);

        assertThat(run.ours()).allMatch(ending -> ending.leftovers().isEmpty());
    }

    /** 450 target groups, 250 instances, targets and tasks. */
    private Ordinary large() {
        return ordinary()
                .behind(Front.TARGET_GROUP_OUTSIDE)
                .instances(250)
                .tasks(3)
                .quiet()
                .with("TargetGroupArns", "")
                .before(this::makeManyGroups);
    }

    /** Instances that are in the first, the last and one other of the groups. */
    private List<String> inThreeOfTheGroups(Run run, int number) {
        List<String> ids = run.in("InService").subList(250 - number, 250);
        List.of(made.get(0), made.get(GROUPS - 2)).forEach(arn -> ids.forEach(id -> registrar(run, arn, id)));
        return ids;
    }

    private static boolean allDraining(Run run, List<String> ids) {
        return ids.stream().allMatch(id -> run.ecsStatus(id).equals("DRAINING"));
    }

    private void makeThree(SimulatedAws aws) {
        aws.classicElb().create(ClassicSpec.of("by-hand", Ordinary.PORT).draining(DELAY));
        made.add("by-hand");
        for (String name : List.of("one", "two")) {
            made.add(aws.elbV2().create(TargetGroupSpec.of(name, Ordinary.PORT).delay(DELAY)));
        }
    }

    private void makeManyGroups(SimulatedAws aws) {
        for (int i = 1; i < GROUPS; i++) {
            made.add(aws.elbV2()
                    .create(TargetGroupSpec.of("group-%03d".formatted(i), Ordinary.PORT)
                            .delay(Duration.ofSeconds(30))));
        }
    }

    private static void registrar(Run run, String name, String instance) {
        run.aws()
                .classicElb()
                .byName(name)
                .or(() -> run.aws().elbV2().byName(name))
                .orElseThrow()
                .register(instance, Ordinary.PORT);
    }

    private static Instant draining(Run run) {
        return times(run, "ecs:UpdateContainerInstancesState").get(0);
    }

    private static Instant last(Run run, String name) {
        List<Instant> times = times(run, name);
        return times.get(times.size() - 1);
    }

    private static List<Instant> times(Run run, String name) {
        return run.evidence().calls().stream()
                .filter(call -> call.name().equals(name))
                .map(Evidence.Call::at)
                .toList();
    }
}
