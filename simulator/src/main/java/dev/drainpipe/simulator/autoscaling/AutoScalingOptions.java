package dev.drainpipe.simulator.autoscaling;

/** How a simulated Auto Scaling differs from another: its pace, and its choices where AWS is silent. */
public record AutoScalingOptions(AutoScalingTimings timings, AutoScalingBehaviour behaviour) {
    public static AutoScalingOptions defaults() {
        return new AutoScalingOptions(AutoScalingTimings.defaults(), AutoScalingBehaviour.defaults());
    }
}
