package dev.drainpipe.simulator.autoscaling;

/** Where Auto Scaling sends what a lifecycle hook has to say: an SQS queue, by its ARN. */
@FunctionalInterface
public interface Notifications {
    /**
     * Posts a message to a hook's target.
     *
     * @throws dev.drainpipe.simulator.wire.AwsError if there is no such target or it takes nothing
     */
    void send(String targetArn, String body);
}
