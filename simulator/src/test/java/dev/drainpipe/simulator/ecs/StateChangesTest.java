package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.event.EventPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What ECS says of the instance {@code i-1} and the tasks on it. */
class StateChangesTest {
    private static final String INSTANCE = "ECS Container Instance State Change";
    private static final String TASK = "ECS Task State Change";

    private record Event(String detailType, String arn, Map<String, Object> detail) {}

    private final List<Event> events = new ArrayList<>();

    @Test
    void aRegistrationIsAnEvent() {
        EcsWorld w = listened(EcsBehaviour.defaults()).withInstances(4, "i-1");

        String arn = w.instance("i-1").containerInstanceArn();
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.detailType()).isEqualTo(INSTANCE);
            assertThat(event.arn()).isEqualTo(arn);
            assertThat(event.detail())
                    .containsEntry("status", "ACTIVE")
                    .containsEntry("agentConnected", true)
                    .containsEntry("runningTasksCount", 0)
                    .containsEntry("pendingTasksCount", 0)
                    .containsEntry("clusterArn", "arn:aws:ecs:eu-central-1:111122223333:cluster/c")
                    .containsEntry("containerInstanceArn", arn)
                    .containsEntry("ec2InstanceId", "i-1")
                    .containsEntry("updatedAt", w.world.now().toString())
                    .containsEntry("registeredAt", w.world.now().toString());
        });
    }

    @Test
    void aTaskSaysEachOfItsStatuses() {
        EcsWorld w = begun(EcsBehaviour.defaults());

        startAndStop(w);

        assertThat(of(TASK))
                .extracting(detail -> detail.get("lastStatus"), detail -> detail.get("desiredStatus"))
                .containsExactly(
                        Tuple.tuple("PROVISIONING", "RUNNING"),
                        Tuple.tuple("PENDING", "RUNNING"),
                        Tuple.tuple("ACTIVATING", "RUNNING"),
                        Tuple.tuple("RUNNING", "RUNNING"),
                        Tuple.tuple("RUNNING", "STOPPED"),
                        Tuple.tuple("DEACTIVATING", "STOPPED"),
                        Tuple.tuple("STOPPING", "STOPPED"),
                        Tuple.tuple("DEPROVISIONING", "STOPPED"),
                        Tuple.tuple("STOPPED", "STOPPED"));
        assertThat(versions(TASK)).isSorted().doesNotHaveDuplicates();
        assertThat(of(TASK))
                .allSatisfy(detail -> assertThat(detail)
                        .containsEntry("group", "family:t")
                        .containsEntry("clusterArn", "arn:aws:ecs:eu-central-1:111122223333:cluster/c")
                        .containsEntry("containerInstanceArn", w.instance("i-1").containerInstanceArn())
                        .containsKeys("taskArn", "createdAt", "updatedAt")
                        .doesNotContainKey("healthStatus"));
    }

    @Test
    void anInstanceSaysWhenATaskIsPlacedToldToStopAndStopped() {
        startAndStop(begun(EcsBehaviour.defaults()));

        assertThat(of(INSTANCE))
                .extracting(detail -> detail.get("pendingTasksCount"), detail -> detail.get("runningTasksCount"))
                .containsExactly(Tuple.tuple(1, 0), Tuple.tuple(0, 0), Tuple.tuple(0, 0));
        assertThat(versions(INSTANCE)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anAgentThatComesOrGoesIsAnEvent() {
        EcsWorld w = begun(EcsBehaviour.defaults());

        w.ecs.setAgentConnected("i-1", false);
        w.ecs.setAgentConnected("i-1", false);
        w.ecs.setAgentConnected("i-1", true);

        assertThat(of(INSTANCE))
                .extracting(detail -> detail.get("agentConnected"))
                .containsExactly(false, true);
    }

    /** Who waits for an event of the switch to DRAINING may wait for ever: AWS does not list it. */
    @Test
    void theSwitchToDrainingIsNoEventUnlessAwsSaysMoreThanItLists() {
        begun(EcsBehaviour.defaults()).drain("i-1");
        assertThat(events).isEmpty();

        begun(EcsBehaviour.defaults().withDrainingAsAnEvent()).drain("i-1");
        assertThat(of(INSTANCE)).extracting(detail -> detail.get("status")).containsExactly("DRAINING");
    }

    @Test
    void theEndOfAnInstanceIsTheEndOfItsTasksAndItsAgentAndThenOfItself() {
        EcsWorld w = begun(EcsBehaviour.defaults());
        w.ecs.startTask(TaskSpec.of("t"), "i-1");
        w.pass(Duration.ofMinutes(5));
        events.clear();

        w.world.ec2().terminate("i-1");
        w.pass(Duration.ofHours(1));

        assertThat(events)
                .extracting(
                        Event::detailType,
                        e -> e.detail().getOrDefault("lastStatus", e.detail().get("status")))
                .containsExactly(
                        Tuple.tuple(TASK, "STOPPED"),
                        Tuple.tuple(INSTANCE, "ACTIVE"),
                        Tuple.tuple(INSTANCE, "ACTIVE"),
                        Tuple.tuple(INSTANCE, "INACTIVE"));
        assertThat(of(INSTANCE)).allMatch(detail -> Boolean.FALSE.equals(detail.get("agentConnected")));
    }

    @Test
    void theyAreOnTheEventBusOfTheAccount() {
        List<String> published = new ArrayList<>();
        try (SimulatedAws aws = new SimulatedAws(AwsSettings.of(EcsWorld.START, 1))) {
            aws.eventBus().rule(new EventPattern(Map.of("source", List.of("aws.ecs"))), published::add);
            aws.ecs().createCluster("c");
            aws.autoScaling().create(GroupSpec.of("web", 1).cluster("c", 1));
            aws.world().run(Duration.ofMinutes(5));
        }

        assertThat(published).singleElement().asString().contains("\"detail-type\":\"" + INSTANCE + "\"", "\"ACTIVE\"");
    }

    private EcsWorld listened(EcsBehaviour behaviour) {
        EcsWorld w = new EcsWorld(behaviour);
        w.ecs.events((detailType, arn, detail) -> events.add(new Event(detailType, arn, detail.get())));
        return w;
    }

    /** With {@code i-1} registered, and nothing heard yet. */
    private EcsWorld begun(EcsBehaviour behaviour) {
        EcsWorld w = listened(behaviour).withInstances(4, "i-1");
        events.clear();
        return w;
    }

    private static void startAndStop(EcsWorld w) {
        String task = w.ecs.startTask(TaskSpec.of("t"), "i-1");
        w.pass(Duration.ofMinutes(5));
        new TaskCalls(w).stop(task);
        w.pass(Duration.ofMinutes(5));
    }

    private List<Map<String, Object>> of(String detailType) {
        return events.stream()
                .filter(event -> event.detailType().equals(detailType))
                .map(Event::detail)
                .toList();
    }

    private List<Long> versions(String detailType) {
        return of(detailType).stream()
                .map(detail -> (Long) detail.get("version"))
                .toList();
    }
}
