package dev.drainpipe.verification.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.ecs.DeploymentTrouble;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;

class TaskScalerTest {
    private static final String WAKE = "{\"cluster_name\": \"c\"}";

    private final List<ScalerRig> rigs = new ArrayList<>();

    @AfterEach
    void close() {
        rigs.forEach(ScalerRig::close);
    }

    @Test
    void anIdleTickIsTwoCalls() {
        ScalerRig rig = rig(4).serves(3);

        rig.tick();

        assertThat(rig.calls).containsExactly("DescribeServices", "ListContainerInstances");
        assertThat(rig.desired()).isEqualTo(3);
    }

    @Test
    void anInstanceThatDrainsLowersTheCountAsSoonAsSomebodySaysSo() {
        ScalerRig rig = rig(5).serves(4);
        rig.drain(2);

        String answer = rig.wake(WAKE, WAKE, "nonsense");

        assertThat(rig.desired()).isEqualTo(2);
        assertThat(answer).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(rig.calls)
                .containsExactly(
                        "DescribeServices",
                        "ListContainerInstances",
                        "ListContainerInstances",
                        "DescribeScalableTargets",
                        "UpdateService");
        rig.wake(WAKE);
        assertThat(rig.calls).containsOnlyOnce("UpdateService");
    }

    @Test
    void aWakeUpThatIsNotAnsweredComesAgain() {
        ScalerRig rig = rig(5).serves(3);
        failCall(rig, 2, AwsError.sender("ThrottlingException", "Rate exceeded"));

        String answer = rig.wake(WAKE, "nonsense", WAKE);

        assertThat(answer)
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"},{\"itemIdentifier\":\"m2\"}]}");
        assertThat(rig.desired()).isEqualTo(3);
    }

    @Test
    void aServiceOfApplicationAutoScalingIsLeftAlone() {
        ScalerRig rig = rig(5).serves(2);
        rig.aws.applicationAutoScaling().register("c", "other", 1, 9);
        rig.aws.applicationAutoScaling().register("c", "web", 1, 3);

        rig.tick();

        assertThat(rig.desired()).isEqualTo(2);
        assertThat(rig.calls).endsWith("DescribeScalableTargets");
        assertThat(rig.lines)
                .singleElement()
                .asString()
                .startsWith("INFO No action taken. web in c is left alone")
                .contains("Application Auto Scaling, between 1 and 3 tasks");
    }

    @Test
    void anotherServiceOfApplicationAutoScalingIsNoObstacle() {
        ScalerRig rig = rig(5).serves(2);
        rig.aws.applicationAutoScaling().register("c", "other", 1, 9);
        rig.aws.applicationAutoScaling().register("d", "web", 1, 9);

        rig.tick();

        assertThat(rig.desired()).isEqualTo(4);
    }

    @Test
    void whoMayNotAskForOtherScalersChangesNothing() {
        ScalerRig rig = rig(5).serves(2);
        failCall(rig, 4, AwsError.sender("AccessDeniedException", "not authorized to perform"));

        assertThatThrownBy(rig::tick).hasMessageContaining("not authorized to perform");

        assertThat(rig.calls).endsWith("DescribeScalableTargets");
        assertThat(rig.desired()).isEqualTo(2);
        assertThat(rig.lines).singleElement().asString().startsWith("ERROR").contains("not authorized to perform");
    }

    @ParameterizedTest
    @CsvSource({"ThrottlingException, 400", "ServerException, 500", "ServiceUnavailable, 503"})
    void noCallThatFailsChangesAnything(String code, int status) {
        ScalerRig rig = rig(5).serves(2);
        List<String> lastCalls = new ArrayList<>();
        for (int call = 1; call <= 5; call++) {
            rig.calls.clear();
            failCall(rig, call, AwsError.of(status, code, "told to"));

            rig.tick();

            lastCalls.add(rig.calls.get(rig.calls.size() - 1));
            assertThat(rig.desired()).as("after a failure of %s", lastCalls).isEqualTo(2);
        }
        assertThat(lastCalls)
                .containsExactly(
                        "DescribeServices",
                        "ListContainerInstances",
                        "ListContainerInstances",
                        "DescribeScalableTargets",
                        "UpdateService");
        rig.tick();
        assertThat(rig.desired()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"FAILED, 0, 2", "IN_PROGRESS, 3, 2", "IN_PROGRESS, 2, 4", "COMPLETED, 0, 4"})
    void aStuckDeploymentIsLeftAlone(DeploymentRolloutState state, int failedTasks, int desired) {
        ScalerRig rig = rig(5).serves(2);
        rig.aws.ecs().trouble("c", "web", new DeploymentTrouble(state, failedTasks));

        rig.tick();

        assertThat(rig.desired()).isEqualTo(desired);
    }

    @Test
    void aServiceThatIsNotThereOrNotOursIsNamed() {
        ScalerRig missing = rig(3);
        ScalerRig daemon = rig(3).holds(ServiceSpec.daemon("c", TaskSpec.of("web")));
        ScalerRig blue =
                rig(3).holds(ServiceSpec.replica("c", TaskSpec.of("web"), 1).withDeploymentController("CODE_DEPLOY"));

        List.of(missing, daemon, blue).forEach(ScalerRig::tick);

        assertThat(missing.lines).singleElement().asString().contains("web in c is left alone: it does not exist");
        assertThat(daemon.lines).singleElement().asString().contains("web in c is left alone: it is a daemon");
        assertThat(blue.lines).singleElement().asString().contains("web in c is left alone: its deployment controller");
        List.of(missing, daemon, blue).forEach(rig -> assertThat(rig.calls).containsExactly("DescribeServices"));
    }

    @Test
    void allPagesOf250InstancesAreCounted() {
        ScalerRig rig = rig(250).serves(1);

        rig.tick();

        assertThat(rig.desired()).isEqualTo(249);
        assertThat(rig.calls).filteredOn("ListContainerInstances"::equals).hasSize(6);
        assertThat(rig.calls).containsOnlyOnce("UpdateService");
    }

    @Test
    void aGroupThatGrowsIsFollowedWithoutEverOvershooting() {
        ScalerRig rig = rig(3).serves(2);
        rig.grow(8);

        for (int minute = 0; minute < 15; minute++) {
            int before = rig.desired();
            rig.calls.clear();
            rig.tick();

            long connected = rig.aws.ecs().containerInstances("c").stream()
                    .filter(instance ->
                            instance.agentConnected() && instance.status().equals("ACTIVE"))
                    .count();
            assertThat(rig.desired()).isLessThan((int) connected);
            assertThat(rig.calls).filteredOn("UpdateService"::equals).hasSize(rig.desired() == before ? 0 : 1);
            rig.aws.world().run(Duration.ofMinutes(1));
        }
        assertThat(rig.desired()).isEqualTo(7);
    }

    private ScalerRig rig(int instances) {
        ScalerRig rig = new ScalerRig(instances);
        rigs.add(rig);
        return rig;
    }

    /** Fails the function's next but so many calls, once. */
    private static void failCall(ScalerRig rig, int number, AwsError error) {
        AtomicInteger count = new AtomicInteger();
        rig.aws
                .dispatcher()
                .add((caller, service, operation, request) ->
                        caller.equals("task-scaler") && count.incrementAndGet() == number
                                ? Optional.of(error)
                                : Optional.empty());
    }
}
