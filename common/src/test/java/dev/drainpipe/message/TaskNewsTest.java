package dev.drainpipe.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskNewsTest {
    private String event = "";

    @BeforeEach
    void aTaskHasStopped() throws IOException {
        event = Files.readString(Path.of("../events/task-stopped-eventbridge.json"));
    }

    @Test
    void itSaysWhichTaskStoppedOnWhichInstance() {
        assertThat(read(event))
                .contains(new TaskNews(
                        "arn:aws:ecs:eu-central-1:111122223333:container-instance/web/0123456789abcdef0123456789abcdef",
                        "fedcba9876543210fedcba9876543210"));
    }

    @ParameterizedTest
    @CsvSource({
        "ECS Task State Change, ECS Container Instance State Change",
        "\"lastStatus\": \"STOPPED\", \"lastStatus\": \"DEPROVISIONING\"",
        "containerInstanceArn, containerInstanceNobodyKnows",
        "\"taskArn\", \"task\"",
        "\"detail\": {, \"details\": {"
    })
    void everythingElseIsNoNews(String there, String instead) {
        assertThat(event).contains(there);

        assertThat(read(event.replace(there, instead))).isEmpty();
    }

    @Test
    void anEventIsToldFromARequestByItsType() {
        assertThat(TaskNews.isEvent(Json.object(event).orElseThrow())).isTrue();
        assertThat(TaskNews.isEvent(Json.object("{\"instance_id\": \"i-1\"}").orElseThrow()))
                .isFalse();
    }

    private static Optional<TaskNews> read(String event) {
        return TaskNews.read(Json.object(event).orElseThrow());
    }
}
