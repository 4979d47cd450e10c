package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.message.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private static final Instant T = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void theEarlierTimesTheMoreLoadBalancersAndWhatIsKnownAreAskedForTogether() {
        DrainRequest bare = new DrainRequest(
                new LifecycleAction("i-1", "asg", "drain", null),
                "named",
                null,
                new LoadBalancers(List.of("a"), List.of("x")),
                new Occasion(Reason.HOOK, T.plusSeconds(5), T.plusSeconds(90)));
        DrainRequest located = new DrainRequest(
                new LifecycleAction("i-1", "asg", "drain", "token"),
                "found",
                "arn",
                new LoadBalancers(List.of("a", "b"), List.of("y")),
                new Occasion(Reason.HOOK, T, T.plusSeconds(60)));
        DrainRequest both = new DrainRequest(
                located.action(),
                "found",
                "arn",
                new LoadBalancers(List.of("a", "b"), List.of("x", "y")),
                new Occasion(Reason.HOOK, T, T.plusSeconds(60)));

        assertThat(Requests.merged(bare, located)).isEqualTo(both);
        assertThat(Requests.merged(located, bare).occasion()).isEqualTo(both.occasion());
        assertThat(Requests.merged(located, bare).action()).isEqualTo(both.action());
        assertThat(Requests.merged(located, bare).containerInstance()).isEqualTo("arn");
    }

    @Test
    void aClusterThatNobodyNamedIsTakenFromWhoDid() {
        DrainRequest unnamed = hook("i-1", "drain", "token").in("");

        assertThat(Requests.merged(unnamed, hook("i-1", "drain", "token")).cluster())
                .isEqualTo("c");
        assertThat(Requests.merged(unnamed, unnamed).cluster()).isEmpty();
    }

    @Test
    void aGroupThatOnlyOneNamesIsTheGroupOfBoth() {
        DrainRequest spot = other(Reason.SPOT_INTERRUPTION, "");
        DrainRequest stopped = other(Reason.STATE_CHANGE, "asg");

        assertThat(Requests.merged(spot, stopped).action().group()).isEqualTo("asg");
        assertThat(Requests.merged(stopped, spot).action().group()).isEqualTo("asg");
    }

    @Test
    void oneWaitIsTheSameInstanceGroupHookAndTokenIfBothHaveOne() {
        DrainRequest one = hook("i-1", "drain", "token");

        assertThat(Requests.same(one, hook("i-1", "drain", "token"))).isTrue();
        assertThat(Requests.same(one, hook("i-1", "drain", null))).isTrue();
        assertThat(Requests.same(hook("i-1", "drain", null), one)).isTrue();
        assertThat(Requests.same(one, hook("i-1", "drain", "other"))).isFalse();
        assertThat(Requests.same(one, hook("i-1", "another", "token"))).isFalse();
        assertThat(Requests.same(one, hook("i-2", "drain", "token"))).isFalse();
        assertThat(Requests.same(one, other(Reason.SPOT_INTERRUPTION, "asg"))).isFalse();
    }

    @Test
    void anInstanceIsHandedToOneGroupOnce() {
        assertThat(Requests.same(other(Reason.REBALANCE, "asg"), other(Reason.SCHEDULED_CHANGE, "asg")))
                .isTrue();
        assertThat(Requests.same(other(Reason.REBALANCE, "asg"), other(Reason.REBALANCE, "another")))
                .isFalse();
        assertThat(Requests.same(other(Reason.REBALANCE, ""), other(Reason.STATE_CHANGE, "asg")))
                .isTrue();
    }

    @Test
    void theEarliestDeadlineOfAnInstanceHoldsForAllItsRequestsOnly() {
        Pending pending = new Pending();
        pending.add(hook("i-1", "drain", "token"), delivery("hook"));
        pending.add(hook("i-2", "drain", "token"), delivery("neighbour"));
        pending.add(Requests.until(other(Reason.SPOT_INTERRUPTION, "asg"), T.plusSeconds(120)), delivery("spot"));
        pending.add(Requests.until(other(Reason.STATE_CHANGE, "asg"), T.plusSeconds(90)), delivery("stop"));
        pending.add(Requests.until(other(Reason.STATE_CHANGE, "asg"), T.plusSeconds(95)), delivery("late"));

        assertThat(pending.requests())
                .extracting(request -> request.occasion().deadline())
                .containsExactly(T.plusSeconds(90), null);
        assertThat(pending.all()).hasSize(3);
    }

    private static DrainRequest hook(String id, String hook, @Nullable String token) {
        return new DrainRequest(new LifecycleAction(id, "asg", hook, token), "c", null, LoadBalancers.NONE, T);
    }

    private static DrainRequest other(Reason reason, String group) {
        return new DrainRequest(
                LifecycleAction.none("i-1", group), "c", null, LoadBalancers.NONE, new Occasion(reason, T, null));
    }

    private static Delivery delivery(String id) {
        return new Delivery(id, "handle-" + id, "", T, 1);
    }
}
