package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.EcsException;

class EcsAdaptersTest {
    private final ScriptedHttp http = new ScriptedHttp();
    private final EcsClient ecs = http.clients().build(EcsClient.builder());

    @Test
    void instancesAreFoundByTheirEc2IdsAndMissingOnesAreGone() {
        http.answer("{\"containerInstanceArns\": [\"a1\"], \"nextToken\": \"t\"}")
                .answer("{\"containerInstanceArns\": [\"a2\"]}")
                .answer("{\"containerInstances\": [" + instance("a1", "i-1", "ACTIVE") + ", "
                        + instance("a2", "i-2", "DRAINING") + "]}");

        Map<String, ContainerInstance> found =
                new EcsContainerInstances(ecs).byInstanceId("c", List.of("i-1", "i-2", "i-3"));

        assertThat(found)
                .containsEntry("i-1", new ContainerInstance("i-1", "a1", Status.ACTIVE, true, 3))
                .containsEntry("i-2", new ContainerInstance("i-2", "a2", Status.DRAINING, true, 3))
                .containsEntry("i-3", ContainerInstance.gone("i-3"));
        assertThat(http.requests.get(0)).contains("\"filter\":\"ec2InstanceId in ['i-1','i-2','i-3']\"");
        assertThat(http.requests.get(1)).contains("\"nextToken\":\"t\"");
    }

    @Test
    void anAnswerInPartLeavesTheRestUnknown() {
        http.answer("{\"containerInstanceArns\": [\"a1\", \"a2\"]}")
                .answer("{\"containerInstances\": [" + instance("a1", "i-1", "ACTIVE")
                        + "], \"failures\": [{\"arn\": \"a2\", \"reason\": \"MISSING\"}]}");

        Map<String, ContainerInstance> found = new EcsContainerInstances(ecs).byInstanceId("c", List.of("i-1", "i-2"));

        assertThat(found).containsEntry("i-2", ContainerInstance.unknown("i-2"));
        assertThat(found.get("i-1")).extracting("status").isEqualTo(Status.ACTIVE);
    }

    @Test
    void byArnMissingAndInactiveAreGoneAndSilenceIsUnknown() {
        http.answer("{\"containerInstances\": [" + instance("a1", "i-1", "INACTIVE") + "], \"failures\":"
                + " [{\"arn\": \"a2\", \"reason\": \"MISSING\"}, {\"arn\": \"a3\", \"reason\": \"ODD\"}]}");

        Map<String, ContainerInstance> found =
                new EcsContainerInstances(ecs).byArn("c", Map.of("a1", "i-1", "a2", "i-2", "a3", "i-3", "a4", "i-4"));

        assertThat(found.values().stream()
                        .collect(Collectors.toMap(ContainerInstance::instanceId, ContainerInstance::status)))
                .isEqualTo(
                        Map.of("i-1", Status.GONE, "i-2", Status.GONE, "i-3", Status.UNKNOWN, "i-4", Status.UNKNOWN));
    }

    @Test
    void aClusterThatIsGoneHasNoInstances() {
        http.jsonError(400, "ClusterNotFoundException").jsonError(400, "ClusterNotFoundException");

        assertThat(new EcsContainerInstances(ecs).byArn("c", Map.of("a1", "i-1")))
                .containsEntry("i-1", ContainerInstance.gone("i-1"));
        assertThat(new EcsContainerInstances(ecs).byInstanceId("c", List.of("i-1")))
                .containsEntry("i-1", ContainerInstance.gone("i-1"));
    }

    @Test
    void aStatusThatAwsMayInventIsUnknown() {
        http.answer("{\"containerInstances\": [" + instance("a1", "i-1", "SOMETHING_NEW") + "]}");

        assertThat(new EcsContainerInstances(ecs)
                        .byArn("c", Map.of("a1", "i-1"))
                        .get("i-1"))
                .extracting("status")
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aHundredAndOneArnsAreTwoCalls() {
        http.answer("{}").answer("{}");
        Map<String, String> arns =
                IntStream.range(0, 101).boxed().collect(Collectors.toMap(i -> "a" + i, i -> "i-" + i));

        assertThat(new EcsContainerInstances(ecs).byArn("c", arns)).hasSize(101);

        assertThat(http.requests).hasSize(2);
    }

    @Test
    void drainingGoesTenByTenAndFailuresAreNamed() {
        http.answer(
                        "{\"failures\": [{\"arn\": \"a3\", \"reason\": \"INACTIVE\"}, {\"arn\": \"a4\", \"reason\": \"ODD\"}]}")
                .jsonError(400, "ThrottlingException");
        List<String> arns = IntStream.range(0, 11).mapToObj(i -> "a" + i).toList();

        Map<String, String> refused = new EcsDraining(ecs).drain("c", arns);

        assertThat(refused).containsOnlyKeys("a4", "a10").containsEntry("a4", "ODD");
        assertThat(http.requests.get(0)).contains("\"status\":\"DRAINING\"").doesNotContain("a10");
    }

    /** While a message is handled twice at once, an instance can become DRAINING between the look and the call. */
    @Test
    void oneInstanceThatIsNotActiveAnyMoreDoesNotKeepTheOthersFromDraining() {
        http.jsonError(400, "InvalidParameterException")
                .answer("{\"failures\": []}")
                .jsonError(400, "InvalidParameterException");

        assertThat(new EcsDraining(ecs).drain("c", List.of("a1", "a2"))).isEqualTo(Map.of("a2", "told to"));

        assertThat(http.requests).hasSize(3);
    }

    @Test
    void tasksOfBothDesiredStatesAreLookedAtOneByOne() {
        http.answer("{\"taskArns\": [\"x/t1\"]}")
                .answer("{\"taskArns\": [\"x/t2\", \"x/t3\"]}")
                .answer("{\"tasks\": [" + task("x/t1", "RUNNING") + ", " + task("x/t2", "STOPPING") + ", "
                        + task("x/t3", "STOPPED") + "]}");

        List<Task> left = new EcsTasks(ecs).notStopped("c", "a1", Set.of());

        assertThat(left)
                .containsExactly(
                        new Task("t1", "service:web", "RUNNING", false),
                        new Task("t2", "service:web", "STOPPING", true));
        assertThat(http.requests.get(0)).contains("\"desiredStatus\":\"RUNNING\"", "\"containerInstance\":\"a1\"");
        assertThat(http.requests.get(1)).contains("\"desiredStatus\":\"STOPPED\"");
    }

    /** A list that leaves a task out would otherwise let its instance go while the task still stops. */
    @Test
    void tasksThatWereThereAreAskedForThoughNoListHasThem() {
        http.answer("{\"taskArns\": []}")
                .answer("{\"taskArns\": [\"x/t2\"]}")
                .answer("{\"tasks\": [" + task("x/t1", "STOPPING") + ", " + task("x/t2", "STOPPED") + "]}");

        assertThat(new EcsTasks(ecs).notStopped("c", "a1", Set.of("t1", "t2")))
                .containsExactly(new Task("t1", "service:web", "STOPPING", true));
        assertThat(http.requests.get(2)).contains("\"t1\"").containsOnlyOnce("t2");
    }

    @Test
    void aTaskThatCouldNotBeDescribedIsNoAnswer() {
        http.answer("{\"taskArns\": []}")
                .answer("{\"taskArns\": [\"t1\"]}")
                .answer("{\"tasks\": [], \"failures\": [{\"arn\": \"t1\", \"reason\": \"MISSING\"}]}");

        assertThatThrownBy(() -> new EcsTasks(ecs).notStopped("c", "a1", Set.of()))
                .isInstanceOf(TryLater.class);
    }

    /** An answer without any list, taken for an empty one, would let a busy instance go. */
    @Test
    void anAnswerWithoutAListIsNoAnswer() {
        http.answer("{}").answer("{}");

        assertThatThrownBy(() -> new EcsTasks(ecs).notStopped("c", "a1", Set.of()))
                .isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> new EcsContainerInstances(ecs).byInstanceId("c", List.of("i-1")))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void daemonServicesAreTaskGroups() {
        http.answer("{\"serviceArns\": [\"arn:aws:ecs:r:1:service/c/agent\"]}");

        assertThat(new EcsTasks(ecs).daemonGroups("c")).containsExactly("service:agent");
        assertThat(http.requests.get(0)).contains("\"schedulingStrategy\":\"DAEMON\"");
    }

    @Test
    void instancesAreCountedOverAllPages() {
        http.answer("{\"containerInstanceArns\": [\"a1\", \"a2\"], \"nextToken\": \"t\"}")
                .answer("{\"containerInstanceArns\": [\"a3\"]}")
                .answer("{\"containerInstanceArns\": [\"a1\"]}");
        EcsHeadcount headcount = new EcsHeadcount(ecs);

        assertThat(headcount.active("c")).isEqualTo(3);
        assertThat(headcount.activeAndConnected("c")).isEqualTo(1);

        assertThat(http.requests.get(0)).contains("\"status\":\"ACTIVE\"").doesNotContain("filter");
        assertThat(http.requests.get(2)).contains("\"filter\":\"agentConnected == true\"");
    }

    @Test
    void aThrottleIsNotNowAndARefusalIsNot() {
        http.jsonError(400, "ThrottlingException")
                .jsonError(500, "ServerException")
                .jsonError(400, "AccessDeniedException");
        EcsHeadcount headcount = new EcsHeadcount(ecs);

        assertThatThrownBy(() -> headcount.active("c"))
                .isInstanceOf(TryLater.class)
                .hasMessage("counting instances of c: ThrottlingException");
        assertThatThrownBy(() -> headcount.active("c")).isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> headcount.active("c")).isInstanceOf(EcsException.class);
    }

    private static String instance(String arn, String id, String status) {
        return "{\"containerInstanceArn\": \"" + arn + "\", \"ec2InstanceId\": \"" + id + "\", \"status\": \"" + status
                + "\", \"agentConnected\": true, \"runningTasksCount\": 2, \"pendingTasksCount\": 1}";
    }

    private static String task(String arn, String status) {
        String desired = status.equals("RUNNING") ? "RUNNING" : "STOPPED";
        return "{\"taskArn\": \"" + arn + "\", \"group\": \"service:web\", \"lastStatus\": \"" + status
                + "\", \"desiredStatus\": \"" + desired + "\"}";
    }
}
