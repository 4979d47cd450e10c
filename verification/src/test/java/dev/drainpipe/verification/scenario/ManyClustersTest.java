package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/** One deployment, and more than one cluster and group. */
class ManyClustersTest extends ScenarioTest {
    private static final int OTHERS = 20;

    @Test
    void oneDeploymentServesTwentyMoreClustersWhoseHooksNameThem() {
        Run run = begin(ordinary().behind(Front.NONE).before(ManyClustersTest::addClusters));
        run.pass(Duration.ofMinutes(1));
        others().forEach(run::know);
        others().forEach(name -> run.operator()
                .autoScaling()
                .putLifecycleHook(hook -> hook.autoScalingGroupName(name)
                        .lifecycleHookName(Run.HOOK)
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                        .heartbeatTimeout(1800)
                        .defaultResult("CONTINUE")
                        .notificationTargetARN(run.lifecycleQueue().arn())
                        .roleARN("arn:aws:iam::111122223333:role/hook")
                        .notificationMetadata("{\"cluster_name\": \"" + name + "\"}")));

        others().forEach(name -> run.aws().autoScaling().setDesiredCapacity(name, 2));
        run.until("one of each is let go", () -> run.ours().size() == OTHERS);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
        assertThat(run.ours()).allMatch(ending -> ending.leftovers().isEmpty());
    }

    /**
     * Events of other people's instances came again for ever, or crashed the tool (aws/karpenter-provider-aws#5536,
     * aws/aws-node-termination-handler#408).
     */
    @Test
    void anInstanceOfAGroupWithoutOurHookIsNeverTouched() {
        Run run = begin(ordinary().behind(Front.NONE).before(ManyClustersTest::addClusters));
        run.pass(Duration.ofMinutes(1));
        List<String> theirs = run.aws().autoScaling().instances("other1").stream()
                .map(Instance::instanceId)
                .toList();

        run.aws().autoScaling().setDesiredCapacity("other1", 1);
        run.drain(1);

        assertThat(run.evidence().calls())
                .filteredOn(Evidence.Call::writes)
                .noneMatch(call ->
                        theirs.stream().anyMatch(id -> call.request().toString().contains(id)));
    }

    private static void addClusters(SimulatedAws aws) {
        others().forEach(name -> {
            aws.ecs().createCluster(name);
            aws.autoScaling().create(GroupSpec.of(name, 3).cluster(name, 4));
            aws.ecs().createService(ServiceSpec.replica(name, TaskSpec.of("web"), 2));
        });
    }

    private static List<String> others() {
        return IntStream.rangeClosed(1, OTHERS).mapToObj(i -> "other" + i).toList();
    }
}
