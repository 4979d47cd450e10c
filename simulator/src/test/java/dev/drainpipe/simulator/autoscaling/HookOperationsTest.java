package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHooksRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLifecycleHooksResponse;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHook;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

class HookOperationsTest {
    private final Fleet fleet = Fleet.of(0);

    private List<LifecycleHook> hooks(String... names) {
        return fleet.calls
                .ask(
                        DescribeLifecycleHooksRequest.builder()
                                .autoScalingGroupName(Fleet.NAME)
                                .lifecycleHookNames(names)
                                .build(),
                        DescribeLifecycleHooksResponse.class)
                .lifecycleHooks();
    }

    private void put(PutLifecycleHookRequest.Builder request) {
        fleet.calls.send(request.build());
    }

    private AwsError refused(PutLifecycleHookRequest.Builder request) {
        return fleet.calls.refused(request.build());
    }

    @Test
    void aHookWaitsAnHourAndThenAbandonsUnlessSaidOtherwise() {
        put(Fleet.terminationHook("drain"));

        assertThat(hooks()).singleElement().satisfies(h -> {
            assertThat(h.heartbeatTimeout()).isEqualTo(3600);
            assertThat(h.defaultResult()).isEqualTo("ABANDON");
            assertThat(h.globalTimeout()).isEqualTo(172_800);
            assertThat(h.notificationTargetARN()).isEqualTo(Fleet.QUEUE);
        });
    }

    @ParameterizedTest
    @CsvSource({"30, 3000", "60, 6000", "1727, 172700", "1728, 172800", "7200, 172800"})
    void theGlobalTimeOutIsAHundredHeartbeatsButAtMost48Hours(int heartbeat, int global) {
        put(Fleet.terminationHook("drain").heartbeatTimeout(heartbeat));

        assertThat(hooks().get(0).globalTimeout()).isEqualTo(global);
    }

    @ParameterizedTest
    @ValueSource(ints = {29, 7201})
    void theHeartbeatTimeOutHasBounds(int seconds) {
        AwsError error = refused(Fleet.terminationHook("drain").heartbeatTimeout(seconds));

        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text()).contains("'heartbeatTimeout'");
        assertThat(hooks()).isEmpty();
    }

    @Test
    void anUpdateKeepsWhatItDoesNotName() {
        put(Fleet.terminationHook("drain").heartbeatTimeout(60).notificationMetadata("m"));

        put(PutLifecycleHookRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .lifecycleHookName("drain")
                .defaultResult("CONTINUE"));

        assertThat(hooks()).singleElement().satisfies(h -> {
            assertThat(h.heartbeatTimeout()).isEqualTo(60);
            assertThat(h.defaultResult()).isEqualTo("CONTINUE");
            assertThat(h.notificationMetadata()).isEqualTo("m");
            assertThat(h.lifecycleTransition()).isEqualTo("autoscaling:EC2_INSTANCE_TERMINATING");
        });
    }

    @Test
    void anEmptyTargetClearsIt() {
        put(Fleet.terminationHook("drain"));

        put(Fleet.terminationHook("drain").notificationTargetARN(""));

        assertThat(hooks().get(0).notificationTargetARN()).isNull();
        assertThat(fleet.allMessages()).hasSize(1);
    }

    @Test
    void aNewHookNeedsATransition() {
        assertThat(refused(Fleet.terminationHook("drain").lifecycleTransition(null))
                        .text())
                .contains("'lifecycleTransition'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr ain", "drain!", ""})
    void aNameHasOnlyTheCharactersAllowed(String name) {
        assertThat(refused(Fleet.terminationHook(name)).text()).contains("'lifecycleHookName'");
    }

    @Test
    void aGroupHasAtMost50Hooks() {
        for (int i = 0; i < 50; i++) {
            put(Fleet.terminationHook("hook-" + i));
        }

        AwsError error = refused(Fleet.terminationHook("hook-50"));
        put(Fleet.terminationHook("hook-49").heartbeatTimeout(60));

        assertThat(error.code()).isEqualTo("LimitExceeded");
        assertThat(hooks()).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {Fleet.GONE, Fleet.QUEUE + ".fifo"})
    void aTargetThatTakesNothingIsRefused(String target) {
        AwsError error = refused(Fleet.terminationHook("drain").notificationTargetARN(target));

        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text())
                .startsWith("Unable to publish test message to notification target " + target + " using IAM role");
        assertThat(hooks()).isEmpty();
    }

    @Test
    void aQueueNeedsARole() {
        assertThat(refused(Fleet.terminationHook("drain").roleARN(null)).text()).contains("role ARN");
    }

    @Test
    void onlyTheNamedHooksAreListed() {
        put(Fleet.terminationHook("drain"));
        put(Fleet.terminationHook("backup"));

        assertThat(hooks("drain", "other"))
                .extracting(LifecycleHook::lifecycleHookName)
                .containsExactly("drain");
    }
}
