package dev.drainpipe.fleet;

/** The name in a name or an ARN: of a cluster, a service, or the id of a task. */
public final class PlainName {
    private PlainName() {}

    /** What stands behind the last slash: a name has none, an ARN of ECS ends with one and the name. */
    public static String of(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }
}
