package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.LogFormat;
import dev.drainpipe.simulator.function.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** A cluster of two instances and a function that asks ECS without retries, under faults. */
final class FaultyAccount implements AutoCloseable {
    final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));
    final Faults faults = new Faults(aws.world(), Set.of("asker"));
    final List<Outcome> outcomes = new ArrayList<>();
    final List<String> thrown = new ArrayList<>();

    FaultyAccount() {
        aws.ecs().createCluster("c");
        aws.autoScaling().create(GroupSpec.of("g", 2).cluster("c", 1));
        aws.dispatcher().add(faults);
        aws.world().run(Duration.ofMinutes(5));
        faults.begin();
    }

    /** An invocation of a new function that asks this way, and all that follows within a minute. */
    Instant invoke(Consumer<EcsClient> asking) {
        List<Instant> ended = new ArrayList<>();
        aws.functions()
                .deploy(
                        new FunctionSpec("asker", "a.B", Duration.ofSeconds(30), 128, Map.of(), LogFormat.TEXT),
                        spec -> (payload, context) -> {
                            ask(asking);
                            return "null";
                        });
        aws.functions().invoke("asker", "{}", outcome -> {
            outcomes.add(outcome);
            ended.add(aws.world().now());
        });
        aws.world().run(Duration.ofMinutes(1));
        return ended.get(0);
    }

    private void ask(Consumer<EcsClient> asking) {
        try {
            asking.accept(client("asker"));
        } catch (RuntimeException e) {
            thrown.add(String.valueOf(e.getMessage()));
        }
    }

    EcsClient client(String caller) {
        return EcsClient.builder()
                .httpClient(aws.http(caller))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    /** The status of each container instance as it really is. */
    List<String> statuses() {
        return aws.ecs().containerInstances("c").stream().map(i -> i.status()).toList();
    }

    List<String> arns() {
        return aws.ecs().containerInstances("c").stream()
                .map(i -> i.containerInstanceArn())
                .toList();
    }

    @Override
    public void close() {
        aws.close();
    }
}
