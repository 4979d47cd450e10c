package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.port.TryLater;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;

class SdkClientsTest {
    private final ScriptedHttp http = new ScriptedHttp();

    @Test
    void endpointRegionAndKeysAreThoseOfTheGivenEnvironment() {
        http.answer("{}");

        count(Map.of(
                "AWS_REGION", "eu-north-1",
                "AWS_ENDPOINT_URL", "http://127.0.0.1:4567",
                "AWS_ACCESS_KEY_ID", "task-scaler",
                "AWS_SECRET_ACCESS_KEY", "secret"));

        assertThat(http.destinations)
                .singleElement()
                .asString()
                .startsWith("http://127.0.0.1:4567/ ")
                .contains("Credential=task-scaler/", "/eu-north-1/ecs/");
    }

    @Test
    void withoutAnEndpointItIsAwsItself() {
        http.answer("{}");

        count(Map.of("AWS_REGION", "eu-north-1", "AWS_ACCESS_KEY_ID", "k", "AWS_SECRET_ACCESS_KEY", "s"));

        assertThat(http.destinations).singleElement().asString().startsWith("https://ecs.eu-north-1.amazonaws.com/ ");
    }

    @Test
    void theEnvironmentSaysHowOftenACallIsTried() {
        http.jsonError(500, "ServerException").jsonError(500, "ServerException").answer("{}");

        assertThatThrownBy(() -> count(Map.of(
                        "AWS_REGION", "eu-north-1",
                        "AWS_ACCESS_KEY_ID", "k",
                        "AWS_SECRET_ACCESS_KEY", "s",
                        "AWS_MAX_ATTEMPTS", "2")))
                .isInstanceOf(TryLater.class);

        assertThat(http.requests).hasSize(2);
    }

    private void count(Map<String, String> environment) {
        new EcsHeadcount(new SdkClients(environment, http).build(EcsClient.builder())).active("c");
    }
}
