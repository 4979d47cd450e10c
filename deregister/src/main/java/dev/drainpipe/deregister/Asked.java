package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Reason;

/**
 * What is known of an instance that is asked to leave, or to enter, and what was not asked yet.
 *
 * @param reason why it is asked to
 * @param optedIn whether an operator asked for what follows from this reason, where that needs asking for
 * @param tag whether its group carries the tag that is required
 * @param ecs whether ECS has it
 * @param group how it stands with an Auto Scaling group; not asked of one whose hook waits
 */
public record Asked(Reason reason, boolean optedIn, Tag tag, Ecs ecs, Group group) {
    Asked with(Tag known) {
        return new Asked(reason, optedIn, known, ecs, group);
    }

    Asked with(Ecs known) {
        return new Asked(reason, optedIn, tag, known, group);
    }

    Asked with(Group known) {
        return new Asked(reason, optedIn, tag, ecs, known);
    }

    /** Whether its group carries the tag without which nothing may be touched. */
    public enum Tag {
        NOT_REQUIRED,
        NOT_ASKED,
        CARRIED,
        /** It does not carry it, or does not exist. */
        MISSING,
        UNKNOWN
    }

    /** Whether a cluster has it. */
    public enum Ecs {
        NOT_ASKED,
        FOUND,
        /** No cluster of the account has it. */
        NOWHERE,
        UNKNOWN
    }

    /** How it stands with an Auto Scaling group. */
    public enum Group {
        NOT_ASKED,
        IN_SERVICE,
        /** It is on its way in or out, on standby, or in a warm pool. */
        NOT_IN_SERVICE,
        /** It is in no group. */
        NONE,
        UNKNOWN
    }
}
