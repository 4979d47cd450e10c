package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.LoadBalancers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeregisterInputTest {
    private static final Settings NOTHING = new Settings(null, LoadBalancers.NONE, false);

    @Test
    void theOlderFourKeysWorkUnchanged() throws IOException {
        DeregisterInput input = input(Files.readString(Path.of("../events/scheduled-deregister.json")));

        assertThat(input)
                .isEqualTo(new DeregisterInput(
                        "q1", "q2", new Settings("c", new LoadBalancers(List.of("lb"), List.of()), false)));
    }

    @Test
    void anEmptyLoadBalancerNameMeansNone() {
        DeregisterInput input = input("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                + " \"elb_name\": \"\", \"cluster_name\": \"c\"}");

        assertThat(input.settings().loadBalancers()).isEqualTo(LoadBalancers.NONE);
    }

    @Test
    void loadBalancersOfAllKeysAreTakenOnce() {
        DeregisterInput input = input("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                + " \"elb_name\": \"a\", \"elb_names\": [\"b\", \"a\"], \"target_group_arns\": [\"t\"],"
                + " \"dry_run\": true, \"cluster_name\": \"c\"}");

        assertThat(input.settings())
                .isEqualTo(new Settings("c", new LoadBalancers(List.of("a", "b"), List.of("t")), true));
    }

    @Test
    void allMistakesAreReportedTogether() {
        assertThatThrownBy(() -> input("{\"lifecycle_queue_name\": \"q1\", \"elb_names\": \"b\","
                        + " \"target_group_arns\": [1], \"dry_run\": \"yes\", \"elb\": \"b\"}"))
                .hasMessage("The input of deregister: elb_monitor_queue_name is missing; accepted: a text that is not"
                        + " empty; cluster_name is missing; accepted: a text that is not empty"
                        + "; elb_names is \"b\"; accepted: a list of texts"
                        + "; target_group_arns is [1]; accepted: a list of texts"
                        + "; dry_run is \"yes\"; accepted: true or false"
                        + "; elb is \"b\"; accepted: only the keys lifecycle_queue_name, elb_monitor_queue_name,"
                        + " cluster_name, elb_name, elb_names, target_group_arns, dry_run");
    }

    @Test
    void theEnvironmentNamesWhatHoldsForEveryInstance() {
        DeregisterConfig config = DeregisterConfig.from(Map.of(
                "CLUSTER_NAME", "c",
                "ELB_NAMES", "a, b",
                "TARGET_GROUP_ARNS", "",
                "TERMINATION_QUEUE_URL", "https://q2",
                "DRY_RUN", "True"));

        assertThat(config.settings())
                .isEqualTo(new Settings("c", new LoadBalancers(List.of("a", "b"), List.of()), true));
        assertThat(config.requiredTerminationQueueUrl()).isEqualTo("https://q2");
        assertThat(config.deadLetterQueueUrl()).isNull();
    }

    @Test
    void anEventSourceWithoutATerminationQueueIsAMistake() {
        assertThatThrownBy(() -> DeregisterConfig.from(Map.of()).requiredTerminationQueueUrl())
                .hasMessageContaining("TERMINATION_QUEUE_URL is missing");
    }

    @Test
    void anInputCannotEndTheDryRunOfTheEnvironment() {
        Settings dry = DeregisterConfig.from(Map.of("DRY_RUN", "true")).settings();

        DeregisterInput input = DeregisterInput.from(
                Json.object("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                                + " \"cluster_name\": \"c\", \"dry_run\": false}")
                        .orElseThrow(),
                dry);

        assertThat(input.settings().dryRun()).isTrue();
    }

    private static DeregisterInput input(String text) {
        return DeregisterInput.from(Json.object(text).orElseThrow(), NOTHING);
    }
}
