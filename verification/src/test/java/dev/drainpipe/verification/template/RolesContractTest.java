package dev.drainpipe.verification.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.stack.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The roles allow what is needed, by names that exist, and no write on just anything. */
class RolesContractTest {
    private static final DeployedTemplate TEMPLATE = new DeployedTemplate();

    /** IAM's service prefixes and where the SDK keeps the requests of that service. */
    private static final Map<String, List<String>> MODELS = Map.of(
            "sqs", List.of("sqs"),
            "ecs", List.of("ecs"),
            "autoscaling", List.of("autoscaling"),
            "application-autoscaling", List.of("applicationautoscaling"),
            "elasticloadbalancing", List.of("elasticloadbalancing", "elasticloadbalancingv2"));

    static Stream<String> actions() {
        return TEMPLATE.statements().flatMap(s -> s.actions().stream()).distinct();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void anActionIsAnOperationOfItsService(String action) {
        String service = action.substring(0, action.indexOf(':'));
        String operation = action.substring(action.indexOf(':') + 1);

        if (service.equals("logs")) {
            assertThat(operation).isIn("CreateLogStream", "PutLogEvents");
        } else {
            assertThat(MODELS.getOrDefault(service, List.of()))
                    .as("packages of the SDK that know " + action)
                    .anyMatch(model -> exists(model, operation));
        }
    }

    @Test
    void onlyLooksAreAllowedOnAnything() {
        assertThat(TEMPLATE.statements()
                        .filter(statement -> statement.resources().contains("*")))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement.actions())
                        .allMatch(action -> action.matches("[\\w-]+:(Describe|List)\\w+")));
    }

    @Test
    void everyOtherResourceNamesTheRegionAndTheAccountAndMore() {
        assertThat(TEMPLATE.statements().flatMap(statement -> statement.resources().stream()))
                .filteredOn(resource -> !resource.equals("*"))
                .isNotEmpty()
                .allMatch(resource -> resource.matches("arn:aws:\\w+:eu-central-1:111122223333:[a-zA-Z-]+.*"));
    }

    @Test
    void ecsIsSeenAndTouchedInTheseClustersOnly() {
        List<String> clusters = List.of(
                DeployedTemplate.ACCOUNT.arn("ecs", "cluster/c"),
                DeployedTemplate.ACCOUNT.arn("ecs", "cluster/prod-*"));

        assertThat(TEMPLATE.statements().filter(RolesContractTest::isForEcs))
                .isNotEmpty()
                .allMatch(statement ->
                        clusters.containsAll(statement.resources()) || clusters.containsAll(clusters(statement)));
    }

    private static List<String> clusters(Statement statement) {
        return statement.conditions().values().stream()
                .flatMap(condition -> condition.getOrDefault("ecs:cluster", List.of("none")).stream())
                .toList();
    }

    @Test
    void whereNoLoadBalancerIsNamedAnyOfTheAccountMayBeLeft() {
        DeployedTemplate discovering = new DeployedTemplate(Map.of("ClusterName", "c", "ServiceName", "s"));

        assertThat(discovering.statements().filter(s -> s.sid().equals("LeaveWhateverHoldsIt")))
                .singleElement()
                .satisfies(statement -> assertThat(statement.resources())
                        .containsExactly(
                                DeployedTemplate.ACCOUNT.arn("elasticloadbalancing", "loadbalancer/*"),
                                DeployedTemplate.ACCOUNT.arn("elasticloadbalancing", "targetgroup/*/*")));
        assertThat(TEMPLATE.statements().map(Statement::sid)).doesNotContain("LeaveWhateverHoldsIt");
    }

    @Test
    void whatIsOptInIsNotAllowedByDefault() {
        DeployedTemplate byDefault = new DeployedTemplate(Map.of("ClusterName", "c", "ServiceName", "s"));

        assertThat(byDefault.statements().flatMap(statement -> statement.actions().stream()))
                .doesNotContain("ecs:StopTask", "autoscaling:TerminateInstanceInAutoScalingGroup");
        assertThat(allowedTo("autoscaling:TerminateInstanceInAutoScalingGroup")).containsExactly("terminator");
        assertThat(allowedTo("ecs:StopTask")).containsExactly("terminator");
    }

    @Test
    void everyStatementSaysWhatItIsFor() {
        assertThat(TEMPLATE.statements().map(Statement::sid)).allMatch(sid -> sid.matches("([A-Z][a-z]+)+"));
    }

    @Test
    void onlyTheTerminatorLetsInstancesGo() {
        assertThat(allowedTo("autoscaling:CompleteLifecycleAction")).containsExactly("terminator");
        assertThat(allowedTo("autoscaling:RecordLifecycleActionHeartbeat")).containsExactly("terminator");
    }

    @Test
    void onlyTheTaskScalerScales() {
        assertThat(allowedTo("ecs:UpdateService")).containsExactly("task-scaler");
    }

    @Test
    void onlyDeregisterDrains() {
        assertThat(allowedTo("ecs:UpdateContainerInstancesState")).containsExactly("deregister");
        assertThat(allowedTo("elasticloadbalancing:DeregisterInstancesFromLoadBalancer"))
                .containsExactly("deregister");
        assertThat(allowedTo("elasticloadbalancing:DeregisterTargets")).containsExactly("deregister");
    }

    @Test
    void aGroupNobodyNamedMustBearTheTag() {
        assertThat(TEMPLATE.statements())
                .filteredOn(
                        statement -> statement.resources().stream().anyMatch(r -> r.endsWith("autoScalingGroupName/*")))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.conditions())
                        .isEqualTo(Map.of("StringEquals", Map.of("autoscaling:ResourceTag/drainpipe", List.of("c")))));
    }

    @Test
    void theHooksRoleMayOnlyNotify() {
        assertThat(String.valueOf(
                        TEMPLATE.deployment.properties("LifecycleHookRole").get("Policies")))
                .contains("Action=[sqs:SendMessage, sqs:GetQueueUrl]")
                .contains("Resource=" + DeployedTemplate.ACCOUNT.arn("sqs", "lifecycle-queue"));
    }

    @Test
    void theTemplateWorksInEveryPartitionAndTwiceInAnAccount() {
        assertThat(DeployedTemplate.text("template.yaml"))
                .doesNotContain("arn:aws:", "RoleName:", "FunctionName:", "QueueName:", "LogGroupName:");
    }

    private static List<String> allowedTo(String action) {
        return TEMPLATE.functions.all().stream()
                .map(spec -> spec.name())
                .filter(name -> TEMPLATE.deployment.policyOf(name).stream()
                        .anyMatch(s -> s.actions().contains(action)))
                .toList();
    }

    private static boolean isForEcs(Statement statement) {
        return statement.actions().stream()
                .anyMatch(action -> action.startsWith("ecs:") && !action.equals("ecs:ListClusters"));
    }

    private static boolean exists(String model, String operation) {
        try {
            Class.forName("software.amazon.awssdk.services." + model + ".model." + operation + "Request");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
