package dev.drainpipe.proof.run;

import dev.drainpipe.simulator.SimulatedAws;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/** A person with AWS's own clients, who changes things in the account while the functions work. */
public final class Operator {
    public static final String NAME = "operator";

    private final SimulatedAws aws;
    private final String name;

    public Operator(SimulatedAws aws) {
        this(aws, NAME);
    }

    /** Somebody whose calls are counted under this name. */
    public Operator(SimulatedAws aws, String name) {
        this.aws = aws;
        this.name = name;
    }

    public AutoScalingClient autoScaling() {
        return build(AutoScalingClient.builder());
    }

    public EcsClient ecs() {
        return build(EcsClient.builder());
    }

    public ElasticLoadBalancingClient classic() {
        return build(ElasticLoadBalancingClient.builder());
    }

    public ElasticLoadBalancingV2Client targetGroups() {
        return build(ElasticLoadBalancingV2Client.builder());
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(B builder) {
        return builder.httpClient(aws.http(name))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }
}
