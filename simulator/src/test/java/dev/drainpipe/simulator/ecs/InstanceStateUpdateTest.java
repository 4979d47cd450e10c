package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drainpipe.simulator.ecs.EcsBehaviour.RepeatedDraining;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;

class InstanceStateUpdateTest {
    @Test
    void setsSeveralAndAnswersThem() {
        EcsWorld w = new EcsWorld().withInstances(4, "i-1", "i-2", "i-3");

        UpdateContainerInstancesStateResponse response = w.drain("i-1", "i-3");

        assertThat(response.containerInstances())
                .extracting(ContainerInstance::ec2InstanceId, ContainerInstance::status)
                .containsExactly(tuple("i-1", "DRAINING"), tuple("i-3", "DRAINING"));
        assertThat(w.instance("i-2").status()).isEqualTo("ACTIVE");
    }

    @Test
    void namesWhatIsMissingOrInactiveAndSetsTheRest() {
        EcsWorld w = new EcsWorld().withInstances(4, "i-1", "i-2");
        w.world.ec2().terminate("i-2");
        w.pass(EcsWorld.TIMINGS.deregistration());
        String inactive = w.instance("i-2").containerInstanceArn();

        UpdateContainerInstancesStateResponse response = w.call(
                draining(w.instance("i-1").containerInstanceArn(), inactive, "x"),
                UpdateContainerInstancesStateResponse.class);

        assertThat(response.containerInstances()).hasSize(1);
        assertThat(response.failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(
                        tuple(inactive, "INACTIVE"),
                        tuple("arn:aws:ecs:eu-central-1:111122223333:container-instance/c/x", "MISSING"));
    }

    @Test
    void takesTenAndRefusesEleven() {
        EcsWorld w = new EcsWorld();
        String[] eleven = IntStream.range(0, 11).mapToObj(i -> "x" + i).toArray(String[]::new);
        String[] ten = IntStream.range(0, 10).mapToObj(i -> "x" + i).toArray(String[]::new);

        assertThat(w.refusal(draining(eleven)).code()).isEqualTo("InvalidParameterException");
        assertThat(w.call(draining(ten), UpdateContainerInstancesStateResponse.class)
                        .failures())
                .hasSize(10);
    }

    @Test
    void refusesAnotherStatusAndNone() {
        EcsWorld w = new EcsWorld();
        UpdateContainerInstancesStateRequest none = UpdateContainerInstancesStateRequest.builder()
                .cluster("c")
                .containerInstances("x")
                .build();

        assertThat(w.refusal(none).code()).isEqualTo("InvalidParameterException");
        assertThat(w.refusal(none.toBuilder().status("INACTIVE").build()).code())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void acceptsARepetitionByDefault() {
        EcsWorld w = repeated(RepeatedDraining.ACCEPTED);

        assertThat(w.drain("i-1", "i-2").containerInstances()).hasSize(2);
    }

    @Test
    void mayCountARepetitionAmongTheFailures() {
        EcsWorld w = repeated(RepeatedDraining.FAILURE);

        UpdateContainerInstancesStateResponse response = w.drain("i-1", "i-2");

        assertThat(response.failures()).extracting(Failure::reason).containsExactly("DRAINING");
        assertThat(w.instance("i-2").status()).isEqualTo("DRAINING");
    }

    @Test
    void mayRefuseTheWholeCallForARepetition() {
        EcsWorld w = repeated(RepeatedDraining.REFUSED);
        String first = w.instance("i-1").containerInstanceArn();
        String second = w.instance("i-2").containerInstanceArn();

        assertThat(w.refusal(draining(first, second)).code()).isEqualTo("InvalidParameterException");
        assertThat(w.instance("i-2").status()).isEqualTo("ACTIVE");
    }

    private static EcsWorld repeated(RepeatedDraining answer) {
        EcsWorld w = new EcsWorld(EcsBehaviour.defaults().withRepeatedDraining(answer)).withInstances(4, "i-1", "i-2");
        w.drain("i-1");
        return w;
    }

    private static UpdateContainerInstancesStateRequest draining(String... given) {
        return UpdateContainerInstancesStateRequest.builder()
                .cluster("c")
                .containerInstances(given)
                .status("DRAINING")
                .build();
    }
}
