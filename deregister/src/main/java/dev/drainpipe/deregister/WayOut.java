package dev.drainpipe.deregister;

/**
 * What follows for an instance that is asked to leave?
 *
 * <p>A termination hook is always followed: its group waits. An announcement is followed only for an instance that ECS
 * has, since all others are none of our business. A Spot interruption gives two minutes, for which the terminator
 * watches; an instance that is being stopped or terminated already gets no task more, and there is nothing left to wait
 * for. An instance that serves in a group is better replaced before it goes, but that is the group's doing, and only if
 * an operator asked for it.
 *
 * <p>What must be known before this can be answered is an answer, too; so nobody is asked for nothing.
 *
 * @param way what follows
 * @param why in words; empty if the way says it all
 */
public record WayOut(Way way, String why) {
    /** What can follow. */
    public enum Way {
        /** Out of its load balancers, DRAINING, and over to the terminator, which waits. */
        DRAIN_AND_HAND_OVER,
        /** Out of its load balancers, and DRAINING. */
        DRAIN_ONLY,
        /** Over to the terminator, which has the group replace it; then its hook starts the drain. */
        HAND_TO_ITS_GROUP,
        /** Over to the terminator, and nothing else. */
        HAND_OVER_ONLY,
        /** Nothing, ever. */
        LEAVE_ALONE,
        /** Nothing now: somebody did not answer. */
        ASK_AGAIN,
        /** It must be known whether ECS has it. */
        LOOK_AT_ECS,
        /** It must be known which group it is in. */
        LOOK_AT_ITS_GROUP,
        /** It must be known which tags its group carries. */
        LOOK_AT_ITS_TAGS
    }

    /** What follows from what is known. */
    public static WayOut of(Asked asked) {
        return switch (asked.reason()) {
            case HOOK -> waiting(asked);
            case LAUNCH ->
                asked.optedIn()
                        ? ifOurs(asked, Way.HAND_OVER_ONLY)
                        : leftAlone("its hook's metadata does not say complete_launch: true");
            case SPOT_INTERRUPTION -> announced(asked, Way.DRAIN_AND_HAND_OVER);
            case STATE_CHANGE -> announced(asked, Way.DRAIN_ONLY);
            case SCHEDULED_CHANGE -> announced(asked, asked.optedIn() ? Way.HAND_TO_ITS_GROUP : Way.DRAIN_ONLY);
            case REBALANCE ->
                asked.optedIn()
                        ? announced(asked, Way.HAND_TO_ITS_GROUP)
                        : leftAlone("nobody asked for replacements (REPLACE_ANNOUNCED, replace_announced)");
        };
    }

    private static WayOut waiting(Asked asked) {
        WayOut ours = ifOurs(asked, Way.DRAIN_AND_HAND_OVER);
        return ours.way() == Way.DRAIN_AND_HAND_OVER
                ? switch (asked.ecs()) {
                    case NOT_ASKED -> plain(Way.LOOK_AT_ECS);
                    case UNKNOWN -> silent("ECS");
                    case FOUND, NOWHERE -> ours;
                }
                : ours;
    }

    private static WayOut announced(Asked asked, Way way) {
        return switch (asked.ecs()) {
            case NOT_ASKED -> plain(Way.LOOK_AT_ECS);
            case UNKNOWN -> silent("ECS");
            case NOWHERE -> leftAlone("no ECS cluster has it, so it is not ours");
            case FOUND -> way == Way.HAND_TO_ITS_GROUP ? replaced(asked) : ifMemberIsOurs(asked, way);
        };
    }

    private static WayOut replaced(Asked asked) {
        return switch (asked.group()) {
            case NOT_ASKED -> plain(Way.LOOK_AT_ITS_GROUP);
            case UNKNOWN -> silent("Auto Scaling");
            case IN_SERVICE -> ifMemberIsOurs(asked, Way.HAND_TO_ITS_GROUP);
            case NONE -> ifMemberIsOurs(asked, Way.DRAIN_ONLY);
            case NOT_IN_SERVICE -> aside(asked);
        };
    }

    /** A recommendation can wait for its hook; a scheduled change cannot be put off. */
    private static WayOut aside(Asked asked) {
        return switch (asked.reason()) {
            case REBALANCE -> leftAlone("it is not in service in its group; if that lets it go, its hook says so");
            case HOOK, LAUNCH, SPOT_INTERRUPTION, SCHEDULED_CHANGE, STATE_CHANGE ->
                ifMemberIsOurs(asked, Way.DRAIN_ONLY);
        };
    }

    /** The tag is on the group, so an instance without one carries none. */
    private static WayOut ifMemberIsOurs(Asked asked, Way way) {
        if (asked.tag() == Asked.Tag.NOT_REQUIRED) {
            return plain(way);
        }
        return switch (asked.group()) {
            case NOT_ASKED -> plain(Way.LOOK_AT_ITS_GROUP);
            case UNKNOWN -> silent("Auto Scaling");
            case NONE -> leftAlone("it is in no group, so it does not carry the tag that is required");
            case IN_SERVICE, NOT_IN_SERVICE -> ifOurs(asked, way);
        };
    }

    private static WayOut ifOurs(Asked asked, Way way) {
        return switch (asked.tag()) {
            case NOT_REQUIRED, CARRIED -> plain(way);
            case NOT_ASKED -> plain(Way.LOOK_AT_ITS_TAGS);
            case UNKNOWN -> silent("Auto Scaling");
            case MISSING -> leftAlone("its group does not carry the tag that is required");
        };
    }

    private static WayOut plain(Way way) {
        return new WayOut(way, "");
    }

    private static WayOut leftAlone(String why) {
        return new WayOut(Way.LEAVE_ALONE, why);
    }

    private static WayOut silent(String who) {
        return new WayOut(Way.ASK_AGAIN, who + " did not answer");
    }
}
