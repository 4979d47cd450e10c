package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.deregister.Settings.Options;
import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.RequiredTag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeregisterInputTest {
    private static final Options NAMED = new Options(false, false, null, false);

    @Test
    void theOlderFourKeysWorkUnchanged() throws IOException {
        DeregisterInput input = input(Files.readString(Path.of("../events/scheduled-deregister.json")));

        assertThat(input)
                .isEqualTo(new DeregisterInput(
                        "q1", "q2", new Settings("c", new LoadBalancers(List.of("lb"), List.of()), NAMED)));
    }

    @Test
    void anEmptyLoadBalancerNameMeansNone() {
        DeregisterInput input = input("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                + " \"elb_name\": \"\", \"cluster_name\": \"c\"}");

        assertThat(input.settings()).isEqualTo(new Settings("c", LoadBalancers.NONE, Options.DEFAULTS));
    }

    @Test
    void loadBalancersOfAllKeysAreTakenOnce() {
        DeregisterInput input = input("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                + " \"elb_name\": \"a\", \"elb_names\": [\"b\", \"a\"], \"target_group_arns\": [\"t\"],"
                + " \"dry_run\": true, \"cluster_name\": \"c\"}");

        assertThat(input.settings())
                .isEqualTo(new Settings(
                        "c",
                        new LoadBalancers(List.of("a", "b"), List.of("t")),
                        new Options(false, false, null, true)));
    }

    @Test
    void allMistakesAreReportedTogether() {
        assertThatThrownBy(() -> input("{\"lifecycle_queue_name\": \"q1\", \"elb_names\": \"b\","
                        + " \"target_group_arns\": [1], \"discover_load_balancers\": 1, \"replace_announced\": \"no\","
                        + " \"required_tag\": \"=web\", \"dry_run\": \"yes\", \"elb\": \"b\"}"))
                .hasMessage("The input of deregister: elb_monitor_queue_name is missing; accepted: a text that is not"
                        + " empty; cluster_name is missing; accepted: a text that is not empty"
                        + "; elb_names is \"b\"; accepted: a list of texts"
                        + "; target_group_arns is [1]; accepted: a list of texts"
                        + "; discover_load_balancers is 1; accepted: true or false"
                        + "; replace_announced is \"no\"; accepted: true or false"
                        + "; required_tag is \"=web\"; accepted: a tag's key, or key=value"
                        + "; dry_run is \"yes\"; accepted: true or false"
                        + "; elb is \"b\"; accepted: only the keys lifecycle_queue_name, elb_monitor_queue_name,"
                        + " cluster_name, elb_name, elb_names, target_group_arns, discover_load_balancers,"
                        + " replace_announced, required_tag, dry_run");
    }

    @Test
    void theEnvironmentNamesWhatHoldsForEveryInstance() {
        DeregisterConfig config = DeregisterConfig.from(Map.of(
                "CLUSTER_NAME", "c",
                "ELB_NAMES", "a, b",
                "TARGET_GROUP_ARNS", "",
                "TERMINATION_QUEUE_URL", "https://q2",
                "SCALER_QUEUE_URL", "https://q3",
                "DISCOVER_LOAD_BALANCERS", "false",
                "REPLACE_ANNOUNCED", "true",
                "REQUIRED_TAG", "team=web",
                "DRY_RUN", "True"));

        assertThat(config.settings())
                .isEqualTo(new Settings(
                        "c",
                        new LoadBalancers(List.of("a", "b"), List.of()),
                        new Options(false, true, new RequiredTag("team", "web"), true)));
        assertThat(config.scalerQueueUrl()).isEqualTo("https://q3");
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
        Options dry =
                DeregisterConfig.from(Map.of("DRY_RUN", "true")).settings().options();

        DeregisterInput input = DeregisterInput.from(
                Json.object("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                                + " \"cluster_name\": \"c\", \"dry_run\": false}")
                        .orElseThrow(),
                dry);

        assertThat(input.settings().options().dryRun()).isTrue();
    }

    @Test
    void theEnvironmentIsQuietByDefault() {
        assertThat(DeregisterConfig.from(Map.of()).settings())
                .isEqualTo(new Settings(null, LoadBalancers.NONE, Options.DEFAULTS));
    }

    @Test
    void allMistakesOfTheEnvironmentAreReportedTogether() {
        assertThatThrownBy(() -> DeregisterConfig.from(Map.of(
                        "DISCOVER_LOAD_BALANCERS",
                        "on",
                        "REPLACE_ANNOUNCED",
                        "1",
                        "REQUIRED_TAG",
                        "=",
                        "DRY_RUN",
                        "x")))
                .hasMessage("The environment of deregister: DISCOVER_LOAD_BALANCERS is \"on\"; accepted: true or false"
                        + "; REPLACE_ANNOUNCED is \"1\"; accepted: true or false"
                        + "; REQUIRED_TAG is \"=\"; accepted: a tag's key, or key=value"
                        + "; DRY_RUN is \"x\"; accepted: true or false");
    }

    @Test
    void anInputThatLeavesAnOptionOutGetsThatOfTheEnvironment() {
        Options configured = new Options(false, true, new RequiredTag("team", null), false);

        DeregisterInput input = DeregisterInput.from(
                Json.object("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                                + " \"cluster_name\": \"c\"}")
                        .orElseThrow(),
                configured);

        assertThat(input.settings().options()).isEqualTo(configured);
    }

    @Test
    void anInputDecidesItsOptionsItself() {
        DeregisterInput input = input("{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\","
                + " \"elb_name\": \"lb\", \"cluster_name\": \"c\", \"discover_load_balancers\": true,"
                + " \"replace_announced\": true, \"required_tag\": \"team\"}");

        assertThat(input.settings().options()).isEqualTo(new Options(true, true, new RequiredTag("team", null), false));
    }

    @Test
    void aTagIsAKeyOrAKeyWithItsValue() {
        Map<String, String> tags = Map.of("team", "web", "note", "a=b", "bare", "");

        assertThat(tag("team").among(tags)).isTrue();
        assertThat(tag("team=web").among(tags)).isTrue();
        assertThat(tag("team=shop").among(tags)).isFalse();
        assertThat(tag("note=a=b").among(tags)).isTrue();
        assertThat(tag("bare=").among(tags)).isTrue();
        assertThat(tag("team=").among(tags)).isFalse();
        assertThat(tag("owner").among(tags)).isFalse();
        assertThat(tag("team=web")).hasToString("team=web");
        assertThat(tag("team")).hasToString("team");
    }

    private static RequiredTag tag(String text) {
        return RequiredTag.read(Fields.ofJson(Map.of("t", text)), "t").orElseThrow();
    }

    private static DeregisterInput input(String text) {
        return DeregisterInput.from(Json.object(text).orElseThrow(), Options.DEFAULTS);
    }
}
