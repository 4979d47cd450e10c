package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Template;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.ecs.EcsClient;

/** A deployed function {@code worker} among two clusters and two groups, of which {@code web} bears the tag drainpipe=c. */
final class Worker implements AutoCloseable {
    final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));

    Worker() {
        aws.ecs().createCluster("c");
        aws.ecs().createCluster("d");
        aws.autoScaling().create(GroupSpec.of("web", 1));
        aws.autoScaling().create(GroupSpec.of("batch", 1));
        try (AutoScalingClient operator = autoScaling("operator")) {
            operator.createOrUpdateTags(r -> r.tags(Tag.builder()
                    .resourceId("web")
                    .resourceType("auto-scaling-group")
                    .key("drainpipe")
                    .value("c")
                    .build()));
        }
    }

    @Override
    public void close() {
        aws.close();
    }

    /** Deploys it with these statements, written as YAML, and puts them in force. */
    void enforce(String statements) {
        aws.enforce(deploy(statements));
    }

    Deployment deploy(String statements) {
        Template template = Template.parse("""
                Resources:
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      Policies: [{PolicyName: p, PolicyDocument: {Statement: [%s]}}]
                  WorkerFunction:
                    Type: AWS::Serverless::Function
                    Properties: {Handler: 'a.B::c', Role: !GetAtt Role.Arn}
                """.formatted(statements.replace("\n", " ")));
        return aws.deploy(template, Map.of(), spec -> (payload, context) -> "{}");
    }

    /** What the function itself calls ECS with. */
    EcsClient ecs() {
        return client(EcsClient.builder());
    }

    AutoScalingClient autoScaling(String caller) {
        return client(AutoScalingClient.builder(), caller);
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, "worker");
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String caller) {
        return builder.httpClient(aws.http(caller))
                .region(Region.of("eu-central-1"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(caller, "x")))
                .build();
    }
}
