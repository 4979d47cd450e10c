package dev.drainpipe.cli.report;

/** How a load balancer is called in a line of text. */
public final class LoadBalancerName {
    private LoadBalancerName() {}

    /** A Classic load balancer's name as it is; of a target group's ARN only the name. */
    public static String brief(String nameOrArn) {
        int start = nameOrArn.indexOf(":targetgroup/");
        if (start < 0) {
            return nameOrArn;
        }
        String[] parts = nameOrArn.substring(start).split("/", -1);
        return parts[1];
    }
}
