package dev.drainpipe.proof.run;

import dev.drainpipe.proof.invariant.Facts;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads facts off the simulated account. */
final class AccountFacts implements Facts {
    private final SimulatedAws aws;
    private final Stack stack;
    private final Map<String, String> instances = new HashMap<>();

    /** Remembers which EC2 instance is which container instance, even if its cluster is deleted later. */
    AccountFacts(SimulatedAws aws, Stack stack) {
        this.aws = aws;
        aws.world().listen(event -> {
            if (event instanceof ContainerInstanceStatus status
                    && status.status().equals("ACTIVE")) {
                know(status.cluster());
            }
        });
        this.stack = stack;
    }

    @Override
    public boolean runs(String instanceId) {
        return aws.world().ec2().find(instanceId).isPresent();
    }

    @Override
    public Optional<String> instanceAt(String containerInstanceArn) {
        return Optional.ofNullable(instances.get(containerInstanceArn));
    }

    private void know(String cluster) {
        aws.ecs().containerInstances(cluster).forEach(i -> instances.put(i.containerInstanceArn(), i.ec2InstanceId()));
    }

    @Override
    public List<String> messages() {
        return bodies(stack.queues());
    }

    @Override
    public List<String> deadLetters() {
        return bodies(stack.deadLetterQueues());
    }

    private static List<String> bodies(List<Queue> queues) {
        return queues.stream().flatMap(queue -> queue.bodies().stream()).toList();
    }

    @Override
    public Instant now() {
        return aws.world().now();
    }

    @Override
    public List<String> hooks() {
        return Stack.HOOKS;
    }
}
