package dev.drainpipe.simulator.autoscaling;

/**
 * Which way an instance goes when a hook holds it (EC2 Auto Scaling User Guide, 'Warm pool example events and
 * patterns').
 *
 * @param origin {@code EC2}, {@code AutoScalingGroup} or {@code WarmPool}
 * @param destination one of the same words
 */
record Move(Transition transition, String origin, String destination) {
    private static final String GROUP = "AutoScalingGroup";
    private static final String POOL = "WarmPool";
    private static final String EC2 = "EC2";

    static final Move LAUNCH = new Move(Transition.LAUNCHING, EC2, GROUP);
    static final Move OUT_OF_POOL = new Move(Transition.LAUNCHING, POOL, GROUP);
    static final Move TERMINATION = new Move(Transition.TERMINATING, GROUP, EC2);
    static final Move BACK_TO_POOL = new Move(Transition.TERMINATING, GROUP, POOL);
}
