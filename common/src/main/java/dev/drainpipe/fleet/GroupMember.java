package dev.drainpipe.fleet;

/**
 * What Auto Scaling said of one instance, once.
 *
 * @param group the name of its group; empty if it is in none
 * @param stage where in its life there it is
 */
public record GroupMember(String group, Stage stage) {
    /** An instance that Auto Scaling says is in no group. */
    public static final GroupMember NONE = new GroupMember("", Stage.NO_MEMBER);

    /** Where in its life in a group an instance is. */
    public enum Stage {
        /** It counts for the group's capacity. */
        IN_SERVICE,
        /** It is on its way in or out, on standby, or in a warm pool. */
        NOT_IN_SERVICE,
        /** It is in no group. */
        NO_MEMBER
    }
}
