package dev.drainpipe.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Member.Phase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipTest {
    @ParameterizedTest
    @CsvSource({
        "ENTERING, NOT_YET, NOT_YET",
        "WAITS_TO_ENTER, NOT_YET, WAITING",
        "ENTERED, NOT_YET, LEFT",
        "IN_SERVICE, NOT_YET, LEFT",
        "ELSEWHERE, NOT_YET, NOT_YET",
        "LEAVING, NOT_YET, LEFT",
        "WAITS_TO_LEAVE, WAITING, LEFT",
        "LEFT, LEFT, LEFT"
    })
    void aPhaseMeansSomethingElseOnTheWayOutAndOnTheWayIn(Phase phase, Membership out, Membership in) {
        assertThat(Membership.of(request(Reason.HOOK, "asg"), new Member("asg", phase)))
                .isEqualTo(out);
        assertThat(Membership.of(request(Reason.LAUNCH, "asg"), new Member("asg", phase)))
                .isEqualTo(in);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void silenceIsUnknown(Reason reason) {
        assertThat(Membership.of(request(reason, "asg"), null)).isEqualTo(Membership.UNKNOWN);
    }

    @Test
    void anInstanceThatLeavesWithoutAHookIsAwaitedByNobodyUntilItHasLeft() {
        DrainRequest ofGroup = request(Reason.SPOT_INTERRUPTION, "asg");

        assertThat(Membership.of(ofGroup, new Member("asg", Phase.IN_SERVICE))).isEqualTo(Membership.UNAWAITED);
        assertThat(Membership.of(ofGroup, new Member("asg", Phase.LEFT))).isEqualTo(Membership.LEFT);
        assertThat(Membership.of(ofGroup, Member.OF_NO_GROUP)).isEqualTo(Membership.LEFT);
    }

    @Test
    void anInstanceThatWasNeverInAGroupHasNotLeftOne() {
        DrainRequest ofNoGroup = request(Reason.STATE_CHANGE, "");

        assertThat(Membership.of(ofNoGroup, Member.OF_NO_GROUP)).isEqualTo(Membership.UNAWAITED);
        assertThat(Membership.of(ofNoGroup, new Member("asg", Phase.LEFT))).isEqualTo(Membership.LEFT);
    }

    private static DrainRequest request(Reason reason, String group) {
        return new DrainRequest(
                new LifecycleAction("i-1", group, reason.awaited() ? "drain" : "", null),
                "c",
                null,
                LoadBalancers.NONE,
                new Occasion(reason, Instant.EPOCH, null));
    }
}
