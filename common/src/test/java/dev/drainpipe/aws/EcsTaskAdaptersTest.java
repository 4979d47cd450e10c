package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Protection;
import dev.drainpipe.port.TryLater;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.EcsException;

class EcsTaskAdaptersTest {
    private final ScriptedHttp http = new ScriptedHttp();
    private final EcsClient ecs = http.clients().build(EcsClient.builder());

    @Test
    void protectionIsReadWithItsExpiryAndATaskThatFailedIsLeftOut() {
        http.answer("{\"protectedTasks\": [{\"taskArn\": \"x/t1\", \"protectionEnabled\": true, \"expirationDate\":"
                + " 1767268800}, {\"taskArn\": \"x/t2\", \"protectionEnabled\": false}, {\"taskArn\": \"x/t3\","
                + " \"protectionEnabled\": true}], \"failures\": [{\"arn\": \"x/t4\", \"reason\": \"MISSING\"}]}");

        assertThat(new EcsTaskProtections(ecs).of("c", List.of("t1", "t2", "t3", "t4")))
                .isEqualTo(Map.of(
                        "t1",
                        Protection.until(Instant.parse("2026-01-01T12:00:00Z")),
                        "t2",
                        Protection.NONE,
                        "t3",
                        Protection.UNKNOWN));
        assertThat(http.requests.get(0)).contains("\"cluster\":\"c\"", "\"tasks\":[\"t1\",\"t2\",\"t3\",\"t4\"]");
    }

    @Test
    void aHundredAndOneTasksAreTwoCalls() {
        http.answer("{\"protectedTasks\": []}").answer("{\"protectedTasks\": []}");

        new EcsTaskProtections(ecs)
                .of("c", IntStream.range(0, 101).mapToObj(i -> "t" + i).toList());

        assertThat(http.requests).hasSize(2);
    }

    @Test
    void aTaskIsStoppedWithAReason() {
        http.answer("{}");

        new EcsTaskStops(ecs).stop("c", "t1", "why");

        assertThat(http.requests.get(0)).contains("\"cluster\":\"c\"", "\"task\":\"t1\"", "\"reason\":\"why\"");
    }

    @Test
    void aTaskThatIsGoneNeedsNoStopButARefusalIsOne() {
        http.answer(
                        400,
                        "{\"__type\": \"InvalidParameterException\", \"message\": \"The referenced task was not"
                                + " found.\"}")
                .jsonError(400, "ThrottlingException")
                .jsonError(400, "AccessDeniedException");
        EcsTaskStops stops = new EcsTaskStops(ecs);

        assertThatCode(() -> stops.stop("c", "t1", "why")).doesNotThrowAnyException();
        assertThatThrownBy(() -> stops.stop("c", "t1", "why")).isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> stops.stop("c", "t1", "why")).isInstanceOf(EcsException.class);
    }
}
