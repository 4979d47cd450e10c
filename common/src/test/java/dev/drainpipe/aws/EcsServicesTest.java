package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ecs.EcsClient;

class EcsServicesTest {
    private static final String ARN = "arn:aws:ecs:eu-central-1:111122223333:service/";

    private final ScriptedHttp http = new ScriptedHttp();
    private final EcsServices services = new EcsServices(http.clients().build(EcsClient.builder()));

    @Test
    void aServiceIsOursOrSaysWhyNot() {
        http.answer("{\"services\": [" + service("ours", "ACTIVE", "REPLICA", "ECS") + ", "
                + service("daemon", "ACTIVE", "DAEMON", "ECS") + ", " + service("leaving", "DRAINING", "REPLICA", "ECS")
                + ", " + service("left", "INACTIVE", "REPLICA", "ECS") + ", "
                + service("blue", "ACTIVE", "REPLICA", "CODE_DEPLOY") + ", "
                + service("sets", "ACTIVE", "REPLICA", "EXTERNAL")
                + "], \"failures\": [{\"arn\": \"x\", \"reason\": \"MISSING\"}]}");

        Map<String, Service> found =
                services.describe("c", List.of("ours", "daemon", "leaving", "left", "blue", "sets", "x"));

        assertThat(found)
                .containsEntry("ours", new Service("ours", 4, Scaling.OURS))
                .containsEntry("daemon", new Service("daemon", 4, Scaling.DAEMON))
                .containsEntry("leaving", new Service("leaving", 4, Scaling.INACTIVE))
                .containsEntry("left", new Service("left", 4, Scaling.INACTIVE))
                .containsEntry("blue", new Service("blue", 4, Scaling.FOREIGN_CONTROLLER))
                .containsEntry("sets", new Service("sets", 4, Scaling.FOREIGN_CONTROLLER))
                .containsEntry("x", new Service("x", 0, Scaling.MISSING));
    }

    /** A short ARN was once reported as a missing service, because ECS answers with the long one. */
    @Test
    void theAnswerStandsUnderTheNameAsAsked() {
        http.answer("{\"services\": [" + service("web", "ACTIVE", "REPLICA", "ECS") + ", "
                + service("web", "ACTIVE", "REPLICA", "ECS") + "]}");

        assertThat(services.describe("c", List.of("web", ARN + "web", ARN + "c/web")))
                .containsOnlyKeys("web", ARN + "web", ARN + "c/web")
                .allSatisfy((asked, service) -> assertThat(service).isEqualTo(new Service("web", 4, Scaling.OURS)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an ordinary one             | {"status": "PRIMARY", "rolloutState": "IN_PROGRESS", "failedTasks": 2} | OURS
            one that fails again        | {"status": "PRIMARY", "rolloutState": "IN_PROGRESS", "failedTasks": 3} | STUCK_DEPLOYMENT
            one that ECS has given up   | {"status": "PRIMARY", "rolloutState": "FAILED", "failedTasks": 0}      | STUCK_DEPLOYMENT
            an older one is of no import| {"status": "ACTIVE", "rolloutState": "FAILED", "failedTasks": 9}       | OURS
            a complete one              | {"status": "PRIMARY", "rolloutState": "COMPLETED", "failedTasks": 9}   | OURS
            one without a state         | {"status": "PRIMARY", "failedTasks": 3}                                | STUCK_DEPLOYMENT
            one that says nothing       | {"status": "PRIMARY"}                                                  | OURS
            a state that AWS may invent | {"status": "PRIMARY", "rolloutState": "NEW", "failedTasks": 2}         | OURS
            """)
    void aStuckDeploymentIsSeen(String sentence, String deployment, Scaling scaling) {
        http.answer("{\"services\": [" + service("web", "ACTIVE", "REPLICA", "ECS", deployment) + "]}");

        assertThat(services.describe("c", List.of("web")))
                .as(sentence)
                .containsEntry("web", new Service("web", 4, scaling));
    }

    @Test
    void anAnswerInPartIsNone() {
        http.answer("{\"services\": [" + service("a", "ACTIVE", "REPLICA", "ECS")
                + "], \"failures\": [{\"arn\": \"b\", \"reason\": \"ODD\"}]}");

        assertThatThrownBy(() -> services.describe("c", List.of("a", "b")))
                .isInstanceOf(TryLater.class)
                .hasMessage("describing services of c: ODD");
    }

    @Test
    void onlyTheDesiredCountIsSet() {
        http.answer("{\"service\": {}}");

        services.setDesiredCount("c", "web", 3);

        assertThat(http.requests).containsExactly("{\"cluster\":\"c\",\"service\":\"web\",\"desiredCount\":3}");
    }

    private static String service(String name, String status, String strategy, String controller) {
        return service(
                name, status, strategy, controller, "{\"status\": \"PRIMARY\", \"rolloutState\": \"COMPLETED\"}");
    }

    private static String service(String name, String status, String strategy, String controller, String deployment) {
        return "{\"serviceName\": \"" + name + "\", \"serviceArn\": \"" + ARN + "c/" + name + "\", \"status\": \""
                + status
                + "\", \"schedulingStrategy\": \"" + strategy + "\", \"desiredCount\": 4,"
                + " \"deploymentController\": {\"type\": \"" + controller + "\"}, \"deployments\": [" + deployment
                + "]}";
    }
}
