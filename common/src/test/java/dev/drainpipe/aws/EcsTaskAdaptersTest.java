package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.TryLater;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    @Test
    void ofFewInstancesEachIsListedAndThoseThatAreBeingStoppedTwice() {
        http.answer("{\"taskArns\": []}")
                .answer("{\"taskArns\": [\"x/t1\"]}")
                .answer("{\"taskArns\": [\"x/t1\", \"x/t2\"]}")
                .answer("{\"tasks\": [" + task("t1", "STOPPED", "ci-1") + ", " + task("t2", "STOPPING", "ci-1") + "]}");

        Map<String, List<Task>> left = new EcsTasks(ecs).notStopped("c", Map.of("ci-1", Set.of("t1")));

        assertThat(left)
                .hasEntrySatisfying(
                        "ci-1", tasks -> assertThat(tasks).extracting(Task::id).containsExactly("t2"));
        assertThat(http.requests.subList(0, 3))
                .allMatch(request -> request.contains("\"containerInstance\":\"ci-1\""))
                .map(request -> request.contains("\"desiredStatus\":\"STOPPED\""))
                .containsExactly(false, true, true);
    }

    /** The outage: a list without a task that was known to be there was believed to have all of them. */
    @Test
    void aListThatLacksATaskThatIsKnownSaysNothingOfItsInstance() {
        http.answer("{\"taskArns\": []}").answer("{\"taskArns\": []}").answer("{\"taskArns\": []}");

        assertThat(new EcsTasks(ecs).notStopped("c", Map.of("ci-1", Set.of("t1"))))
                .isEmpty();
    }

    @Test
    void ofManyInstancesTheListsOfTheirClusterAreReadTwiceAndTheirTasksDescribedTogether() {
        Map<String, Set<String>> known = new HashMap<>();
        IntStream.range(0, 8).forEach(i -> known.put("ci-" + i, Set.of()));
        http.answer("{\"taskArns\": [\"x/t1\"], \"nextToken\": \"n\"}")
                .answer("{\"taskArns\": []}")
                .answer("{\"taskArns\": [\"x/t2\"]}")
                .answer("{\"taskArns\": [\"x/t1\"]}")
                .answer("{\"taskArns\": [\"x/t2\"]}")
                .answer("{\"tasks\": [" + task("t1", "RUNNING", "elsewhere") + ", " + task("t2", "STOPPING", "ci-3")
                        + "]}");

        Map<String, List<Task>> left = new EcsTasks(ecs).notStopped("c", known);

        assertThat(left).hasSize(8);
        assertThat(left.values().stream().flatMap(List::stream))
                .extracting(Task::id)
                .containsExactly("t2");
        assertThat(left.get("ci-3")).hasSize(1);
        assertThat(http.requests).hasSize(6).noneMatch(request -> request.contains("containerInstance\":"));
    }

    @Test
    void ifTheClusterHasMoreTasksThanIsWorthItsInstancesAreListed() {
        Map<String, Set<String>> known = new HashMap<>();
        IntStream.range(0, 8).forEach(i -> known.put("ci-" + i, Set.of()));
        IntStream.range(0, 4).forEach(i -> http.answer("{\"taskArns\": [\"x/t1\"], \"nextToken\": \"n\"}"));
        IntStream.range(0, 24).forEach(i -> http.answer("{\"taskArns\": []}"));

        assertThat(new EcsTasks(ecs).notStopped("c", known)).hasSize(8);
        assertThat(http.requests).hasSize(28);
    }

    private static String task(String id, String status, String instance) {
        return "{\"taskArn\": \"x/%s\", \"lastStatus\": \"%s\", \"containerInstanceArn\": \"%s\"}"
                .formatted(id, status, instance);
    }
}
