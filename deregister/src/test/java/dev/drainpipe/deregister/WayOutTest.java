package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.deregister.Asked.Ecs;
import dev.drainpipe.deregister.Asked.Group;
import dev.drainpipe.deregister.Asked.Tag;
import dev.drainpipe.deregister.WayOut.Way;
import dev.drainpipe.fleet.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WayOutTest {
    @ParameterizedTest(name = "{0}, opted in: {1}, ECS: {2}, group: {3} -> {4}")
    @CsvSource(textBlock = """
            # why               opted in  ECS        group            what follows
            HOOK,               false,    NOT_ASKED, NOT_ASKED,       LOOK_AT_ECS
            HOOK,               false,    FOUND,     NOT_ASKED,       DRAIN_AND_HAND_OVER
            HOOK,               false,    NOWHERE,   NOT_ASKED,       DRAIN_AND_HAND_OVER
            HOOK,               false,    UNKNOWN,   NOT_ASKED,       ASK_AGAIN

            LAUNCH,             false,    NOT_ASKED, NOT_ASKED,       LEAVE_ALONE
            LAUNCH,             true,     NOT_ASKED, NOT_ASKED,       HAND_OVER_ONLY

            SPOT_INTERRUPTION,  false,    NOT_ASKED, NOT_ASKED,       LOOK_AT_ECS
            SPOT_INTERRUPTION,  false,    FOUND,     NOT_ASKED,       DRAIN_AND_HAND_OVER
            SPOT_INTERRUPTION,  false,    NOWHERE,   NOT_ASKED,       LEAVE_ALONE
            SPOT_INTERRUPTION,  false,    UNKNOWN,   NOT_ASKED,       ASK_AGAIN

            STATE_CHANGE,       false,    NOT_ASKED, NOT_ASKED,       LOOK_AT_ECS
            STATE_CHANGE,       false,    FOUND,     NOT_ASKED,       DRAIN_ONLY
            STATE_CHANGE,       false,    NOWHERE,   NOT_ASKED,       LEAVE_ALONE
            STATE_CHANGE,       false,    UNKNOWN,   NOT_ASKED,       ASK_AGAIN

            REBALANCE,          false,    NOT_ASKED, NOT_ASKED,       LEAVE_ALONE
            REBALANCE,          true,     NOT_ASKED, NOT_ASKED,       LOOK_AT_ECS
            REBALANCE,          true,     NOWHERE,   NOT_ASKED,       LEAVE_ALONE
            REBALANCE,          true,     UNKNOWN,   NOT_ASKED,       ASK_AGAIN
            REBALANCE,          true,     FOUND,     NOT_ASKED,       LOOK_AT_ITS_GROUP
            REBALANCE,          true,     FOUND,     IN_SERVICE,      HAND_TO_ITS_GROUP
            REBALANCE,          true,     FOUND,     NOT_IN_SERVICE,  LEAVE_ALONE
            REBALANCE,          true,     FOUND,     NONE,            DRAIN_ONLY
            REBALANCE,          true,     FOUND,     UNKNOWN,         ASK_AGAIN

            SCHEDULED_CHANGE,   false,    NOT_ASKED, NOT_ASKED,       LOOK_AT_ECS
            SCHEDULED_CHANGE,   false,    NOWHERE,   NOT_ASKED,       LEAVE_ALONE
            SCHEDULED_CHANGE,   false,    UNKNOWN,   NOT_ASKED,       ASK_AGAIN
            SCHEDULED_CHANGE,   false,    FOUND,     NOT_ASKED,       DRAIN_ONLY
            SCHEDULED_CHANGE,   true,     FOUND,     NOT_ASKED,       LOOK_AT_ITS_GROUP
            SCHEDULED_CHANGE,   true,     FOUND,     IN_SERVICE,      HAND_TO_ITS_GROUP
            SCHEDULED_CHANGE,   true,     FOUND,     NOT_IN_SERVICE,  DRAIN_ONLY
            SCHEDULED_CHANGE,   true,     FOUND,     NONE,            DRAIN_ONLY
            SCHEDULED_CHANGE,   true,     FOUND,     UNKNOWN,         ASK_AGAIN
            """)
    void whereNoTagIsRequired(Reason reason, boolean optedIn, Ecs ecs, Group group, Way expected) {
        assertThat(WayOut.of(new Asked(reason, optedIn, Tag.NOT_REQUIRED, ecs, group))
                        .way())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, tag: {1}, ECS: {2}, group: {3} -> {4}")
    @CsvSource(textBlock = """
            # why               tag        ECS        group           what follows
            HOOK,               NOT_ASKED, NOT_ASKED, NOT_ASKED,      LOOK_AT_ITS_TAGS
            HOOK,               CARRIED,   NOT_ASKED, NOT_ASKED,      LOOK_AT_ECS
            HOOK,               MISSING,   NOT_ASKED, NOT_ASKED,      LEAVE_ALONE
            HOOK,               UNKNOWN,   NOT_ASKED, NOT_ASKED,      ASK_AGAIN
            HOOK,               CARRIED,   FOUND,     NOT_ASKED,      DRAIN_AND_HAND_OVER

            LAUNCH,             NOT_ASKED, NOT_ASKED, NOT_ASKED,      LOOK_AT_ITS_TAGS
            LAUNCH,             CARRIED,   NOT_ASKED, NOT_ASKED,      HAND_OVER_ONLY
            LAUNCH,             MISSING,   NOT_ASKED, NOT_ASKED,      LEAVE_ALONE
            LAUNCH,             UNKNOWN,   NOT_ASKED, NOT_ASKED,      ASK_AGAIN

            SPOT_INTERRUPTION,  NOT_ASKED, NOT_ASKED, NOT_ASKED,      LOOK_AT_ECS
            SPOT_INTERRUPTION,  NOT_ASKED, NOWHERE,   NOT_ASKED,      LEAVE_ALONE
            SPOT_INTERRUPTION,  NOT_ASKED, FOUND,     NOT_ASKED,      LOOK_AT_ITS_GROUP
            SPOT_INTERRUPTION,  NOT_ASKED, FOUND,     UNKNOWN,        ASK_AGAIN
            SPOT_INTERRUPTION,  NOT_ASKED, FOUND,     NONE,           LEAVE_ALONE
            SPOT_INTERRUPTION,  NOT_ASKED, FOUND,     IN_SERVICE,     LOOK_AT_ITS_TAGS
            SPOT_INTERRUPTION,  CARRIED,   FOUND,     NOT_IN_SERVICE, DRAIN_AND_HAND_OVER
            SPOT_INTERRUPTION,  MISSING,   FOUND,     IN_SERVICE,     LEAVE_ALONE
            SPOT_INTERRUPTION,  UNKNOWN,   FOUND,     IN_SERVICE,     ASK_AGAIN

            STATE_CHANGE,       CARRIED,   FOUND,     NOT_IN_SERVICE, DRAIN_ONLY
            STATE_CHANGE,       MISSING,   FOUND,     NOT_IN_SERVICE, LEAVE_ALONE

            REBALANCE,          NOT_ASKED, FOUND,     NONE,           LEAVE_ALONE
            REBALANCE,          NOT_ASKED, FOUND,     IN_SERVICE,     LOOK_AT_ITS_TAGS
            REBALANCE,          CARRIED,   FOUND,     IN_SERVICE,     HAND_TO_ITS_GROUP
            REBALANCE,          MISSING,   FOUND,     IN_SERVICE,     LEAVE_ALONE

            SCHEDULED_CHANGE,   CARRIED,   FOUND,     IN_SERVICE,     HAND_TO_ITS_GROUP
            SCHEDULED_CHANGE,   CARRIED,   FOUND,     NOT_IN_SERVICE, DRAIN_ONLY
            SCHEDULED_CHANGE,   MISSING,   FOUND,     NOT_IN_SERVICE, LEAVE_ALONE
            SCHEDULED_CHANGE,   NOT_ASKED, FOUND,     NONE,           LEAVE_ALONE
            """)
    void whereATagIsRequired(Reason reason, Tag tag, Ecs ecs, Group group, Way expected) {
        assertThat(WayOut.of(new Asked(reason, true, tag, ecs, group)).way()).isEqualTo(expected);
    }

    @Test
    void whoIsLeftAloneIsToldWhy() {
        assertThat(why(Reason.LAUNCH, false, Tag.NOT_REQUIRED, Ecs.NOT_ASKED, Group.NOT_ASKED))
                .isEqualTo("its hook's metadata does not say complete_launch: true");
        assertThat(why(Reason.REBALANCE, false, Tag.NOT_REQUIRED, Ecs.NOT_ASKED, Group.NOT_ASKED))
                .isEqualTo("nobody asked for replacements (REPLACE_ANNOUNCED, replace_announced)");
        assertThat(why(Reason.REBALANCE, true, Tag.NOT_REQUIRED, Ecs.FOUND, Group.NOT_IN_SERVICE))
                .isEqualTo("it is not in service in its group; if that lets it go, its hook says so");
        assertThat(why(Reason.SPOT_INTERRUPTION, false, Tag.NOT_REQUIRED, Ecs.NOWHERE, Group.NOT_ASKED))
                .isEqualTo("no ECS cluster has it, so it is not ours");
        assertThat(why(Reason.SPOT_INTERRUPTION, false, Tag.NOT_ASKED, Ecs.FOUND, Group.NONE))
                .isEqualTo("it is in no group, so it does not carry the tag that is required");
        assertThat(why(Reason.HOOK, false, Tag.MISSING, Ecs.NOT_ASKED, Group.NOT_ASKED))
                .isEqualTo("its group does not carry the tag that is required");
    }

    @Test
    void whoIsAskedAgainIsToldWhoDidNotAnswer() {
        assertThat(why(Reason.HOOK, false, Tag.NOT_REQUIRED, Ecs.UNKNOWN, Group.NOT_ASKED))
                .isEqualTo("ECS did not answer");
        assertThat(why(Reason.STATE_CHANGE, false, Tag.NOT_REQUIRED, Ecs.UNKNOWN, Group.NOT_ASKED))
                .isEqualTo("ECS did not answer");
        assertThat(why(Reason.HOOK, false, Tag.UNKNOWN, Ecs.NOT_ASKED, Group.NOT_ASKED))
                .isEqualTo("Auto Scaling did not answer");
        assertThat(why(Reason.REBALANCE, true, Tag.NOT_REQUIRED, Ecs.FOUND, Group.UNKNOWN))
                .isEqualTo("Auto Scaling did not answer");
    }

    /** An answer that never came must not send an instance away, nor a message. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void anUnknownNeverLeadsToAnAct(Reason reason) {
        for (Asked asked : new Asked[] {
            new Asked(reason, true, Tag.UNKNOWN, Ecs.FOUND, Group.IN_SERVICE),
            new Asked(reason, true, Tag.UNKNOWN, Ecs.NOT_ASKED, Group.NOT_ASKED),
        }) {
            assertThat(WayOut.of(asked).way()).isIn(Way.ASK_AGAIN, Way.LOOK_AT_ECS);
        }
    }

    private static String why(Reason reason, boolean optedIn, Tag tag, Ecs ecs, Group group) {
        return WayOut.of(new Asked(reason, optedIn, tag, ecs, group)).why();
    }
}
