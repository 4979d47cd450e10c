package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;

class ScalableTargetsTest {
    private static final ServiceName WEB = new ServiceName("c", "web");
    private static final ServiceName API = new ServiceName("d", "api");

    private final ScriptedHttp http = new ScriptedHttp();
    private final ScalableTargets targets =
            new ScalableTargets(http.clients().build(ApplicationAutoScalingClient.builder()));

    @Test
    void servicesOfAllClustersAreOneQuestion() {
        http.answer("{\"ScalableTargets\": [" + target("service/d/api") + "]}");

        assertThat(targets.of(List.of(WEB, API, WEB)))
                .containsExactly(Map.entry(API, "Application Auto Scaling, between 1 and 9 tasks"));

        assertThat(http.requests)
                .singleElement()
                .asString()
                .contains(
                        "\"ServiceNamespace\":\"ecs\"",
                        "\"ScalableDimension\":\"ecs:service:DesiredCount\"",
                        "\"ResourceIds\":[\"service/c/web\",\"service/d/api\"]");
        assertThat(http.destinations).singleElement().asString().contains("/application-autoscaling/aws4_request");
    }

    @Test
    void nobodyIsAskedAboutNothing() {
        assertThat(targets.of(List.of())).isEmpty();

        assertThat(http.requests).isEmpty();
    }

    @Test
    void everyPageIsRead() {
        http.answer("{\"ScalableTargets\": [" + target("service/c/web") + "], \"NextToken\": \"more\"}")
                .answer("{\"ScalableTargets\": [" + target("service/d/api") + "]}");

        assertThat(targets.of(List.of(WEB, API))).containsOnlyKeys(WEB, API);

        assertThat(http.requests.get(1)).contains("\"NextToken\":\"more\"");
    }

    @Test
    void fiftyOneServicesAreTwoQuestions() {
        http.answer("{}").answer("{}");
        List<ServiceName> services = IntStream.range(0, 51)
                .mapToObj(i -> new ServiceName("c", "s" + i))
                .toList();

        assertThat(targets.of(services)).isEmpty();

        assertThat(http.requests).hasSize(2);
        assertThat(http.requests.get(0)).contains("/s49\"").doesNotContain("/s50\"");
    }

    @ParameterizedTest
    @CsvSource({"400, ThrottlingException", "400, ConcurrentUpdateException", "500, InternalServiceException"})
    void noAnswerIsNotNow(int status, String code) {
        http.jsonError(status, code);

        assertThatThrownBy(() -> targets.of(List.of(WEB)))
                .isInstanceOf(TryLater.class)
                .hasMessage("asking Application Auto Scaling whether it scales service/c/web: " + code);
    }

    @Test
    void aRefusalIsOne() {
        http.jsonError(400, "AccessDeniedException");

        assertThatThrownBy(() -> targets.of(List.of(WEB)))
                .isInstanceOf(ApplicationAutoScalingException.class)
                .hasMessageContaining("told to");
    }

    private static String target(String resourceId) {
        return "{\"ServiceNamespace\": \"ecs\", \"ScalableDimension\": \"ecs:service:DesiredCount\", \"ResourceId\": \""
                + resourceId + "\", \"MinCapacity\": 1, \"MaxCapacity\": 9}";
    }
}
