package dev.drainpipe.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.elb.ClassicSpec;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Roles at work, seen by SDK clients: each test deploys the function {@code worker} with one statement in its role. */
class RolesTest {
    private static final String PREFIX = "eu-central-1:111122223333:";
    private static final String GROUPS = "arn:aws:autoscaling:" + PREFIX + "autoScalingGroup:*:autoScalingGroupName/";

    private final Worker worker = new Worker();

    @AfterEach
    void close() {
        worker.close();
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ecs:eu-central-1:111122223333:cluster/c,true",
        "arn:aws:ecs:eu-central-1:111122223333:cluster/?,true",
        "arn:aws:ecs:eu-central-1:111122223333:cluster/*,true",
        "arn:aws:ecs:eu-central-1:111122223333:cluster/d,false",
        "arn:aws:ecs:eu-west-1:111122223333:cluster/c,false",
    })
    void aClusterIsReachedByItsArnOrAPatternOfIt(String resource, boolean allowed) {
        worker.enforce("{Effect: Allow, Action: 'ecs:ListContainerInstances', Resource: '%s'}".formatted(resource));

        assertAllowed(allowed, () -> worker.ecs().listContainerInstances(r -> r.cluster("c")));
    }

    @ParameterizedTest
    @CsvSource({"c,c,true", "c,d,false", "d,c,false", "d,d,false"})
    void aConditionOnTheClusterHoldsBesidesTheResource(String resource, String condition, boolean allowed) {
        worker.enforce("""
                {Effect: Allow, Action: 'ecs:ListTasks', Resource: 'arn:aws:ecs:%1$scontainer-instance/%2$s/*',
                Condition: {ArnEquals: {'ecs:cluster': 'arn:aws:ecs:%1$scluster/%3$s'}}}
                """.formatted(PREFIX, resource, condition));

        assertAllowed(allowed, () -> worker.ecs().listTasks(r -> r.cluster("c")));
    }

    @ParameterizedTest
    @CsvSource({"web,web,true", "web,batch,false", "w*,web,true", "*,batch,true"})
    void aGroupIsReachedByItsName(String pattern, String group, boolean allowed) {
        worker.enforce("{Effect: Allow, Action: 'autoscaling:*', Resource: '%s%s'}".formatted(GROUPS, pattern));

        assertAllowed(
                allowed,
                () -> worker.autoScaling("worker")
                        .setDesiredCapacity(r -> r.autoScalingGroupName(group).desiredCapacity(1)));
    }

    @ParameterizedTest
    @CsvSource({"drainpipe,c,web,true", "drainpipe,d,web,false", "other,c,web,false", "drainpipe,c,batch,false"})
    void aGroupIsReachedByItsTag(String key, String value, String group, boolean allowed) {
        worker.enforce("""
                {Effect: Allow, Action: 'autoscaling:SetDesiredCapacity', Resource: '%s*',
                Condition: {StringEquals: {'autoscaling:ResourceTag/%s': '%s'}}}
                """.formatted(GROUPS, key, value));

        assertAllowed(
                allowed,
                () -> worker.autoScaling("worker")
                        .setDesiredCapacity(r -> r.autoScalingGroupName(group).desiredCapacity(1)));
    }

    @Test
    void allResourcesOfACallMustBeAllowed() {
        worker.enforce("{Effect: Allow, Action: 'ecs:DescribeClusters', Resource: 'arn:aws:ecs:%scluster/c'}"
                .formatted(PREFIX));

        assertAllowed(true, () -> worker.ecs().describeClusters(r -> r.clusters("c")));
        assertAllowed(false, () -> worker.ecs().describeClusters(r -> r.clusters("c", "d")));
    }

    @Test
    void ecsSaysWhatIsNotAllowed() {
        worker.enforce("{Effect: Allow, Action: 'ecs:ListTasks', Resource: '*'}");

        assertThatThrownBy(() -> worker.ecs().listContainerInstances(r -> r.cluster("c")))
                .isInstanceOfSatisfying(AwsServiceException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(400);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                    assertThat(refused.awsErrorDetails().errorMessage())
                            .isEqualTo("User: arn:aws:sts::111122223333:assumed-role/worker/worker is not authorized to"
                                    + " perform: ecs:ListContainerInstances on resource:"
                                    + " arn:aws:ecs:eu-central-1:111122223333:cluster/c because no identity-based"
                                    + " policy allows the ecs:ListContainerInstances action");
                });
    }

    @Test
    void autoScalingSaysWhatIsDenied() {
        worker.enforce(
                "{Effect: Allow, Action: '*', Resource: '*'}, {Effect: Deny, Action: 'autoscaling:Describe*', Resource: '*'}");

        assertThatThrownBy(() -> worker.autoScaling("worker").describeAutoScalingGroups())
                .isInstanceOfSatisfying(AwsServiceException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(403);
                    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                    assertThat(refused.awsErrorDetails().errorMessage())
                            .endsWith("autoscaling:DescribeAutoScalingGroups on resource: * with an explicit deny in an"
                                    + " identity-based policy");
                });
    }

    @Test
    void sqsAndLoadBalancersRefuseAsAutoScalingDoes() {
        worker.aws.sqs().create("q", Map.of());
        worker.aws.classicElb().create(ClassicSpec.of("lb", 80));
        worker.enforce("{Effect: Allow, Action: 'ecs:*', Resource: '*'}");

        String url = "https://sqs.eu-central-1.amazonaws.com/111122223333/q";
        assertCode("AccessDenied", () -> worker.client(SqsClient.builder()).receiveMessage(r -> r.queueUrl(url)));
        assertCode(
                "AccessDenied",
                () -> worker.client(ElasticLoadBalancingClient.builder())
                        .deregisterInstancesFromLoadBalancer(r -> r.loadBalancerName("lb")));
    }

    @Test
    void aRefusedCallHasNoEffect() {
        worker.enforce("{Effect: Allow, Action: 'ecs:*', Resource: '*'}");

        assertAllowed(
                false,
                () -> worker.autoScaling("worker")
                        .setDesiredCapacity(r -> r.autoScalingGroupName("web").desiredCapacity(0)));

        assertThat(worker.aws.autoScaling().group("web").orElseThrow().desiredCapacity())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotKnownOfAnOperationIsSaidAndNotGuessed() {
        worker.enforce("{Effect: Allow, Action: '*', Resource: '*'}");

        assertCode("NotSimulated", () -> worker.ecs().registerTaskDefinition(r -> r.family("f")));
    }

    @Test
    void whoeverIsNoDeployedFunctionIsNotChecked() {
        worker.enforce("{Effect: Deny, Action: '*', Resource: '*'}");

        assertThat(worker.autoScaling("operator").describeAutoScalingGroups().autoScalingGroups())
                .hasSize(2);
    }

    @Test
    void untilItIsSwitchedOnNobodyIsChecked() {
        worker.deploy("{Effect: Deny, Action: '*', Resource: '*'}");

        assertAllowed(true, () -> worker.ecs().listClusters());
    }

    @Test
    void aPolicyThatUsesWhatIsNotSimulatedIsRefusedWithAllItsMistakes() {
        String statements = """
                {Sid: A, Effect: Allow, Action: 'ecs:*', Resource: '*', Condition: {Bool: {'aws:SecureTransport': 'true'}}},
                {Sid: B, Effect: Allow, NotAction: 'ecs:*', Resource: '*'},
                {Sid: C, Effect: Perhaps, Action: 'ecs:*', Resource: 'arn:aws:s3:::${aws:username}'},
                {Sid: D, Effect: Allow, Action: 'sqs:*', Resource: '*',
                Condition: {StringEquals: {'aws:ResourceTag/team': 'x'}}}
                """;

        assertThatThrownBy(() -> worker.enforce(statements))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "worker, statement A: the operator Bool is none of StringEquals, StringLike, ArnEquals, ArnLike.",
                        "statement A: the key aws:SecureTransport is none of ecs:cluster,",
                        "statement B: it has no Action or no Resource",
                        "statement C: Effect \"Perhaps\" is none of Allow, Deny.",
                        "statement C: the policy variable in \"arn:aws:s3:::${aws:username}\" is not simulated.",
                        "statement D: the key aws:ResourceTag/team is simulated for autoscaling actions only.");
    }

    private static void assertAllowed(boolean allowed, ThrowingCallable call) {
        if (allowed) {
            assertThatCode(call).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            AwsServiceException.class,
                            refused -> assertThat(refused.awsErrorDetails().errorCode())
                                    .startsWith("AccessDenied"));
        }
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        refused -> assertThat(refused.awsErrorDetails().errorCode())
                                .isEqualTo(code));
    }
}
