package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A cluster of three instances, and reads that lag for one of two callers. */
final class LaggingAccount implements AutoCloseable {
    static final String LAGS = "lags";
    static final String UP_TO_DATE = "up to date";

    final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));
    final StaleReads reads;

    LaggingAccount(Staleness staleness) {
        reads = new StaleReads(aws.world(), aws.services(), Set.of(LAGS), staleness);
        aws.dispatcher().add(reads);
        aws.ecs().createCluster("c");
        aws.autoScaling().create(GroupSpec.of("g", 3).cluster("c", 100));
        pass(300);
    }

    void pass(int seconds) {
        aws.world().run(Duration.ofSeconds(seconds));
    }

    EcsClient ecs(String caller) {
        return client(EcsClient.builder(), caller);
    }

    AutoScalingClient autoScaling(String caller) {
        return client(AutoScalingClient.builder(), caller);
    }

    ElasticLoadBalancingV2Client elb(String caller) {
        return client(ElasticLoadBalancingV2Client.builder(), caller);
    }

    SqsClient sqs(String caller) {
        return client(SqsClient.builder(), caller);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String caller) {
        return builder.httpClient(aws.http(caller))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
                .build();
    }

    List<String> arns() {
        return aws.ecs().containerInstances("c").stream()
                .map(ContainerInstance::containerInstanceArn)
                .toList();
    }

    List<String> statuses(String caller, List<String> arns) {
        return ecs(caller)
                .describeContainerInstances(r -> r.cluster("c").containerInstances(arns))
                .containerInstances()
                .stream()
                .map(ContainerInstance::status)
                .toList();
    }

    void drain(List<String> arns) {
        ecs(UP_TO_DATE)
                .updateContainerInstancesState(
                        r -> r.cluster("c").containerInstances(arns).status(ContainerInstanceStatus.DRAINING));
    }

    String startTask() {
        return aws.ecs().runTask("c", TaskSpec.of("job"), 1).get(0);
    }

    List<String> tasks(String caller, DesiredStatus status) {
        return ecs(caller).listTasks(r -> r.cluster("c").desiredStatus(status)).taskArns();
    }

    List<String> states(String caller, String... ids) {
        return autoScaling(caller).describeAutoScalingInstances(r -> r.instanceIds(ids)).autoScalingInstances().stream()
                .map(AutoScalingInstanceDetails::lifecycleState)
                .toList();
    }

    @Override
    public void close() {
        aws.close();
    }
}
