package dev.drainpipe.simulator.elb;

/**
 * What AWS does not document about Classic load balancers.
 *
 * @param drainingListed where an instance that is still draining is listed when nobody asks for it by its id
 */
public record ClassicElbBehaviour(DrainingListed drainingListed) {
    /** Where a draining instance shows up. */
    public enum DrainingListed {
        /** Gone at once from DescribeLoadBalancers and from DescribeInstanceHealth without ids. */
        NOWHERE,
        /** Still in DescribeInstanceHealth without ids, as users' scripts have seen it. */
        IN_HEALTH,
        /** In both until draining has ended. */
        EVERYWHERE
    }

    public static ClassicElbBehaviour defaults() {
        return new ClassicElbBehaviour(DrainingListed.NOWHERE);
    }
}
