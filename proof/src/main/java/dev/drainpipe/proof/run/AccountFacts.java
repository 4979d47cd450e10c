package dev.drainpipe.proof.run;

import dev.drainpipe.proof.invariant.Facts;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.sqs.Queue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads facts off the simulated account. */
final class AccountFacts implements Facts {
    private final SimulatedAws aws;
    private final Stage stage;
    private final Stack stack;
    private final Map<String, String> instances = new HashMap<>();

    AccountFacts(SimulatedAws aws, Stage stage, Stack stack) {
        this.aws = aws;
        this.stage = stage;
        this.stack = stack;
    }

    @Override
    public boolean runs(String instanceId) {
        return aws.world().ec2().find(instanceId).isPresent();
    }

    @Override
    public Optional<String> instanceAt(String containerInstanceArn) {
        if (!instances.containsKey(containerInstanceArn)) {
            stage.clusters()
                    .forEach(cluster -> aws.ecs()
                            .containerInstances(cluster)
                            .forEach(i -> instances.put(i.containerInstanceArn(), i.ec2InstanceId())));
        }
        return Optional.ofNullable(instances.get(containerInstanceArn));
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
