package dev.drainpipe.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.message.TerminationMessage.Drain;
import dev.drainpipe.message.TerminationMessage.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TerminationMessageTest {
    private static final Instant SENT = Instant.parse("2026-01-01T12:00:10Z");
    private static final LifecycleAction ACTION =
            new LifecycleAction("i-0123456789abcdef0", "web-asg", "drain", "87654321-4321-4321-4321-210987654321");

    @Test
    void whatIsWrittenIsRead() throws IOException {
        DrainRequest request = new DrainRequest(
                ACTION,
                "web",
                "arn:aws:ecs:eu-central-1:111122223333:container-instance/web/0123456789abcdef0123456789abcdef",
                new LoadBalancers(
                        List.of("web-classic"),
                        List.of(
                                "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/6d0ecf831eec9f09")),
                Instant.parse("2026-01-01T12:00:00Z"));

        assertThat(read(TerminationMessage.write(request), Optional.empty())).isEqualTo(new Drain(request));
        assertThat(Json.object(TerminationMessage.write(request)))
                .isEqualTo(Json.object(Files.readString(Path.of("../events/hand-over.json"))));
    }

    @Test
    void theFiveKeysOfTheOlderVersionAreEnoughWithAConfiguredCluster() throws IOException {
        String older = Files.readString(Path.of("../events/hand-over-older.json"));

        assertThat(read(older, Optional.of("web")))
                .isEqualTo(new Drain(new DrainRequest(
                        ACTION, "web", null, new LoadBalancers(List.of("web-classic"), List.of()), SENT)));
    }

    @Test
    void theOlderReaderFindsItsFiveKeysAlsoWithoutALoadBalancer() {
        String text = TerminationMessage.write(new DrainRequest(ACTION, "web", null, LoadBalancers.NONE, SENT));

        assertThat(Json.object(text).orElseThrow())
                .containsKeys(
                        "instance_id",
                        "auto_scaling_group",
                        "life_cycle_hook_name",
                        "lifecycle_action_token",
                        "elb_name")
                .doesNotContainKey("container_instance_arn");
    }

    @Test
    void unknownKeysAreIgnoredAndATimeThatCannotBeReadTooIs() {
        String text = "{\"instance_id\": \"i-1\", \"auto_scaling_group\": \"g\", \"life_cycle_hook_name\": \"h\","
                + " \"cluster_name\": \"c\", \"first_seen\": \"yesterday\", \"elb_name\": null, \"later\": {}}";

        assertThat(read(text, Optional.empty()))
                .isEqualTo(new Drain(new DrainRequest(
                        new LifecycleAction("i-1", "g", "h", null), "c", null, LoadBalancers.NONE, SENT)));
    }

    @Test
    void howManyTasksWereCountedIsAHintAndNoReasonToRefuse() {
        DrainRequest request = new DrainRequest(ACTION, "web", null, LoadBalancers.NONE, SENT);
        String hinting = TerminationMessage.write(request, OptionalInt.of(8));

        assertThat(read(hinting, Optional.empty())).isEqualTo(new Drain(request, OptionalInt.of(8)));
        assertThat(read(hinting.replace(":8", ":\"many\""), Optional.empty())).isEqualTo(new Drain(request));
        assertThat(read(hinting.replace(":8", ":-1"), Optional.empty())).isEqualTo(new Drain(request));
    }

    @Test
    void allMistakesAreNamed() {
        assertThat(read("{\"instance_id\": \"\", \"elb_names\": \"lb\"}", Optional.of("c")))
                .isEqualTo(new Malformed("instance_id is missing; accepted: a text that is not empty"
                        + "; auto_scaling_group is missing; accepted: a text that is not empty"
                        + "; life_cycle_hook_name is missing; accepted: a text that is not empty"
                        + "; elb_names is \"lb\"; accepted: a list of texts"));
        assertThat(read("no JSON", Optional.of("c"))).isEqualTo(new Malformed("the body is not a JSON object"));
    }

    @Test
    void whyAndByWhenAreHandedOver() {
        Occasion spot = new Occasion(Reason.SPOT_INTERRUPTION, SENT.minusSeconds(1), SENT.plusSeconds(119));
        DrainRequest request = new DrainRequest(LifecycleAction.none("i-1", "g"), "c", "arn", LoadBalancers.NONE, spot);

        assertThat(read(TerminationMessage.write(request), Optional.empty())).isEqualTo(new Drain(request));
        assertThat(read("{\"instance_id\": \"i-1\", \"reason\": \"spot-interruption\"}", Optional.of("c")))
                .isInstanceOf(Drain.class);
    }

    @Test
    void aReasonThatNobodyKnowsIsAMistake() {
        assertThat(read(
                        "{\"instance_id\": \"i-1\", \"auto_scaling_group\": \"g\", \"life_cycle_hook_name\": \"h\","
                                + " \"reason\": \"boredom\"}",
                        Optional.of("c")))
                .isEqualTo(new Malformed("reason is \"boredom\"; accepted: hook, launch, spot-interruption, rebalance,"
                        + " scheduled-change, state-change"));
    }

    @Test
    void aClusterThatNobodyNamedIsLookedForLater() {
        String text = "{\"instance_id\": \"i-1\", \"auto_scaling_group\": \"g\", \"life_cycle_hook_name\": \"h\"}";

        assertThat(read(text, Optional.empty()))
                .isInstanceOfSatisfying(
                        Drain.class,
                        drain -> assertThat(drain.request().cluster()).isEmpty());
    }

    @Test
    void aLaunchIsCompletedOnlyIfTheMetadataSaysSo() {
        assertThat(HookMetadata.read("{\"complete_launch\": true}").completeLaunch())
                .isTrue();
        assertThat(HookMetadata.read("{\"cluster_name\": \"c\"}").completeLaunch())
                .isFalse();
        assertThat(HookMetadata.read("{\"complete_launch\": \"yes\"}").mistakes())
                .hasSize(1);
    }

    @Test
    void metadataSaysWhereInstancesBelong() {
        HookMetadata metadata = HookMetadata.read("{\"cluster_name\": \"web\", \"elb_name\": \"a\", \"team\": 7}");

        assertThat(metadata.cluster()).isEqualTo("web");
        assertThat(metadata.mistakes()).isEmpty();
        assertThat(metadata.loadBalancersOr(new LoadBalancers(List.of("b"), List.of("t"))))
                .isEqualTo(new LoadBalancers(List.of("a"), List.of("t")));
    }

    @Test
    void metadataThatIsNoJsonBelongsToSomebodyElse() {
        assertThat(HookMetadata.read("owned by the web team"))
                .isEqualTo(new HookMetadata(null, LoadBalancers.NONE, false, List.of()));
        assertThat(HookMetadata.read("{\"cluster_name\": 7}").mistakes())
                .containsExactly("cluster_name is 7; accepted: a text");
    }

    private static TerminationMessage read(String body, Optional<String> cluster) {
        return TerminationMessage.read(new Delivery("m", "h", body, SENT, 1), cluster);
    }
}
