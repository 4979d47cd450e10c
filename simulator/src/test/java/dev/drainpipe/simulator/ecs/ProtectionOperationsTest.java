package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.GetTaskProtectionRequest;
import software.amazon.awssdk.services.ecs.model.GetTaskProtectionResponse;
import software.amazon.awssdk.services.ecs.model.ProtectedTask;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.UpdateTaskProtectionRequest;
import software.amazon.awssdk.services.ecs.model.UpdateTaskProtectionResponse;

class ProtectionOperationsTest {
    private final EcsWorld w =
            new EcsWorld().withInstances(4, "i-1").withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));

    @Test
    void protectsForTwoHoursByDefault() {
        String arn = first();

        ProtectedTask answer = protect(protecting(arn)).protectedTasks().get(0);

        assertThat(answer.protectionEnabled()).isTrue();
        assertThat(answer.expirationDate()).isEqualTo(w.world.now().plus(Duration.ofHours(2)));
    }

    @Test
    void endsByItself() {
        String arn = first();
        protect(protecting(arn).toBuilder().expiresInMinutes(1).build());

        w.passSeconds(59);
        assertThat(get(arn).protectedTasks().get(0).protectionEnabled()).isTrue();

        w.passSeconds(1);
        assertThat(get(arn).protectedTasks().get(0).protectionEnabled()).isFalse();
        assertThat(get(arn).protectedTasks().get(0).expirationDate()).isNull();
    }

    @Test
    void canBeTakenBack() {
        String arn = first();
        protect(protecting(arn));

        protect(protecting(arn).toBuilder().protectionEnabled(false).build());

        assertThat(get(arn).protectedTasks().get(0).protectionEnabled()).isFalse();
    }

    @Test
    void aProtectedTaskSurvivesAScaleIn() {
        String arn = first();
        protect(protecting(arn));

        new ServiceCalls(w).desire("web", 0);
        w.passSeconds(60);

        assertThat(w.wantedOn("i-1")).extracting(Task::taskArn).containsExactly(arn);
    }

    @Test
    void onlyTasksOfServicesCanBeProtected() {
        first();
        String job = w.ecs.startTask(TaskSpec.of("job"), "i-1");

        UpdateTaskProtectionResponse response = protect(protecting(job, "x"));

        assertThat(response.protectedTasks()).isEmpty();
        assertThat(response.failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(
                        tuple(job, "TASK_NOT_VALID"),
                        tuple("arn:aws:ecs:eu-central-1:111122223333:task/c/x", "MISSING"));
    }

    @Test
    void withoutTasksItTellsOfAllTasksOfServices() {
        first();
        w.ecs.startTask(TaskSpec.of("job"), "i-1");

        assertThat(get().protectedTasks()).hasSize(2);
    }

    @Test
    void refusesOtherNumbers() {
        String arn = first();
        List<String> eleven = Collections.nCopies(11, arn);

        for (UpdateTaskProtectionRequest request : List.of(
                protecting(arn).toBuilder().expiresInMinutes(0).build(),
                protecting(arn).toBuilder().expiresInMinutes(2881).build(),
                protecting(arn).toBuilder().tasks(eleven).build(),
                protecting(arn).toBuilder().protectionEnabled(null).build())) {
            assertThat(w.refusal(request).code()).isEqualTo("InvalidParameterException");
        }
        assertThat(protect(protecting(arn).toBuilder().expiresInMinutes(2880).build())
                        .protectedTasks())
                .hasSize(1);
    }

    private String first() {
        w.passSeconds(60);
        return w.wantedOn("i-1").get(0).taskArn();
    }

    private UpdateTaskProtectionResponse protect(UpdateTaskProtectionRequest request) {
        return w.call(request, UpdateTaskProtectionResponse.class);
    }

    private GetTaskProtectionResponse get(String... tasks) {
        return w.call(
                GetTaskProtectionRequest.builder().cluster("c").tasks(tasks).build(), GetTaskProtectionResponse.class);
    }

    private static UpdateTaskProtectionRequest protecting(String... tasks) {
        return UpdateTaskProtectionRequest.builder()
                .cluster("c")
                .tasks(tasks)
                .protectionEnabled(true)
                .build();
    }
}
