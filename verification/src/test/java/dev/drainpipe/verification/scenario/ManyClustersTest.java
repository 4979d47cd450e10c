package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;

/** One deployment, and more than one cluster and group. */
class ManyClustersTest extends ScenarioTest {
    private static final int OTHERS = 20;
    private static final Set<String> SERVICES =
            Set.of("sqs", "ecs", "elasticloadbalancing", "autoscaling", "application-autoscaling");

    @Test
    void oneDeploymentServesTwentyMoreClustersWhoseHooksNameThem() {
        Run run = withOthers();
        others().forEach(name -> run.attach(name, metadata(name)));

        oneOfEachLeaves(run);

        eachWasDrainedInItsOwnCluster(run);
    }

    @Test
    void oneDeploymentFindsTwentyMoreClustersThatNobodyNamed() {
        Run run = withOthers();
        others().forEach(name -> run.attach(name, null));

        oneOfEachLeaves(run);

        eachWasDrainedInItsOwnCluster(run);
    }

    /** User data is not to be read: other tools find the cluster's name there, which takes rights on EC2. */
    @Test
    void nobodyAsksAnyServiceButTheFive() {
        Run run = withOthers();
        others().forEach(name -> run.attach(name, null));

        oneOfEachLeaves(run);

        assertThat(run.evidence().calls())
                .extracting(call -> call.name().substring(0, call.name().indexOf(':')))
                .isSubsetOf(SERVICES);
        assertThat(run.evidence().logLines()).noneMatch(line -> line.startsWith("[ERROR]"));
    }

    /** Tools that believe the name they were given let such instances go with all their tasks. */
    @Test
    void anInstanceWhoseHookNamesAnotherClusterIsDrainedWhereItIs() {
        Run run = withOthers();
        run.attach("other1", metadata("other2"));
        String instance = busyIn(run, "other1");

        run.terminate(instance);
        run.letGo(instance);

        eachWasDrainedInItsOwnCluster(run);
        assertThat(run.evidence().logLines())
                .anyMatch(line -> line.startsWith("[WARN]")
                        && line.contains(instance)
                        && line.contains("other1")
                        && line.contains("other2"));
    }

    @Test
    void anInstanceInNoClusterIsLetGoAtOnce() {
        Run run = begin(ordinary().before(aws -> {
            addClusters(aws);
            aws.autoScaling().create(GroupSpec.of("plain", 2));
        }));
        run.attach("plain", null);
        String instance = run.in("plain", "InService").get(0);

        run.terminate(instance);

        assertThat(run.letGo(instance).took()).isLessThan(Duration.ofMinutes(2));
    }

    /** A cluster that did not answer counted as one that does not have the instance. */
    @Test
    void whileOneClusterIsSilentNobodyWhoMayBeThereIsLetGo() {
        Run run = withOthers();
        AtomicBoolean silent = new AtomicBoolean(true);
        run.aws()
                .dispatcher()
                .add((caller, service, operation, request) -> silent.get()
                                && request instanceof ListContainerInstancesRequest list
                                && "other7".equals(list.cluster())
                        ? Optional.of(AwsError.sender("ThrottlingException", "Rate exceeded"))
                        : Optional.empty());
        run.attach("other7", null);
        run.attach("other8", null);
        String there = busyIn(run, "other7");
        String elsewhere = busyIn(run, "other8");
        run.terminate(there);
        run.terminate(elsewhere);

        run.pass(Duration.ofMinutes(15));
        assertThat(run.ours()).extracting(Ending::instanceId).containsExactly(elsewhere);
        silent.set(false);
        run.letGo(there);

        eachWasDrainedInItsOwnCluster(run);
    }

    /**
     * Events of other people's instances came again for ever, or crashed the tool (aws/karpenter-provider-aws#5536,
     * aws/aws-node-termination-handler#408).
     */
    @Test
    void anInstanceOfAGroupWithoutOurHookIsNeverTouched() {
        Run run = withOthers();
        List<String> theirs = run.in("other1", "InService");

        run.aws().autoScaling().setDesiredCapacity("other1", 1);
        run.drain(1);

        assertThat(run.evidence().calls())
                .filteredOn(Evidence.Call::writes)
                .noneMatch(call ->
                        theirs.stream().anyMatch(id -> call.request().toString().contains(id)));
    }

    private Run withOthers() {
        Run run =
                begin(ordinary().behind(Front.NONE).with("ClusterPattern", "*").before(ManyClustersTest::addClusters));
        run.pass(Duration.ofMinutes(1));
        others().forEach(run::know);
        return run;
    }

    /** And one of the configured cluster. */
    private static void oneOfEachLeaves(Run run) {
        others().forEach(name -> run.aws().autoScaling().setDesiredCapacity(name, 2));
        run.scaleIn(1);
        run.until("one of each is let go", () -> run.ours().size() == OTHERS + 1);
    }

    private static void eachWasDrainedInItsOwnCluster(Run run) {
        assertThat(run.ours()).isNotEmpty().allMatch(ending -> ending.result().equals("CONTINUE"));
        assertThat(run.ours()).allMatch(ending -> ending.leftovers().isEmpty());
        assertThat(run.evidence().calls())
                .filteredOn(call -> call.request() instanceof UpdateContainerInstancesStateRequest)
                .isNotEmpty()
                .extracting(call -> (UpdateContainerInstancesStateRequest) call.request())
                .allSatisfy(request -> assertThat(request.containerInstances())
                        .allMatch(arn -> arn.contains(":container-instance/" + request.cluster() + "/")));
    }

    /** An instance in service there that has a task. */
    private static String busyIn(Run run, String group) {
        return run.in(group, "InService").stream()
                .filter(id -> run.aws().ecs().tasksNotStopped(id) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static void addClusters(SimulatedAws aws) {
        others().forEach(name -> {
            aws.ecs().createCluster(name);
            aws.autoScaling().create(GroupSpec.of(name, 3).cluster(name, 4));
            aws.ecs().createService(ServiceSpec.replica(name, TaskSpec.of("web"), 2));
        });
    }

    private static String metadata(String cluster) {
        return "{\"cluster_name\": \"" + cluster + "\"}";
    }

    private static List<String> others() {
        return IntStream.rangeClosed(1, OTHERS).mapToObj(i -> "other" + i).toList();
    }
}
