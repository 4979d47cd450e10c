package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.port.TryLater;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

class LoadBalancerListingsTest {
    private final ScriptedHttp http = new ScriptedHttp();
    private final ElbClassicListing classic =
            new ElbClassicListing(http.clients().build(ElasticLoadBalancingClient.builder()));
    private final ElbTargetGroupListing targetGroups =
            new ElbTargetGroupListing(http.clients().build(ElasticLoadBalancingV2Client.builder()));
    private final EcsClient ecs = http.clients().build(EcsClient.builder());

    @Test
    void classicLoadBalancersOfAllPagesAreListed() {
        http.answer(classic("a", "<NextMarker>m</NextMarker>")).answer(classic("b", ""));

        assertThat(classic.names()).containsExactlyInAnyOrder("a", "b");
        assertThat(http.requests.get(1)).contains("Marker=m");
    }

    @Test
    void targetGroupsOfAllPagesAreListedIfTheyHoldInstancesAndALoadBalancerUsesThem() {
        http.answer(groups(
                        group("used", "instance", "<member>lb</member>")
                                + group("addresses", "ip", "<member>lb</member>"),
                        "<NextMarker>m</NextMarker>"))
                .answer(groups(
                        group("idle", "instance", "")
                                + group("function", "lambda", "<member>lb</member>")
                                + group("other", "instance", "<member>lb</member>"),
                        ""));

        assertThat(targetGroups.arns()).containsExactlyInAnyOrder("used", "other");
        assertThat(http.requests.get(1)).contains("Marker=m");
    }

    @Test
    void aListThatEndsEarlyIsNoAnswer() {
        http.answer(classic("a", "<NextMarker>m</NextMarker>"))
                .queryError(400, "Throttling", "Rate exceeded")
                .answer(groups(group("a", "instance", "<member>lb</member>"), "<NextMarker>m</NextMarker>"))
                .queryError(400, "Throttling", "Rate exceeded");

        assertThatThrownBy(classic::names).isInstanceOf(TryLater.class);
        assertThatThrownBy(targetGroups::arns).isInstanceOf(TryLater.class);
    }

    @Test
    void aGroupHoldsWhomItServesAndWhomItDrainsOnceEach() {
        http.answer("<DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions>"
                + target("i-1", 80, "healthy", "") + target("i-1", 81, "healthy", "")
                + target("i-2", 80, "draining", "Target.DeregistrationInProgress")
                + target("i-3", 80, "unused", "Target.InvalidState")
                + "</TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>");

        assertThat(targetGroups.instanceIds("tg")).containsExactlyInAnyOrder("i-1", "i-2");
    }

    @Test
    void aGroupThatIsGoneHoldsNobody() {
        http.queryError(400, "TargetGroupNotFound", "One or more target groups not found");

        assertThat(targetGroups.instanceIds("tg")).isEmpty();
    }

    /** Taken out of the second group of a blue/green deployment, a task would be out of service with nobody to follow. */
    @Test
    void ecsManagesBothGroupsOfABlueGreenService() {
        http.answer("{\"serviceArns\": [\"s\"]}")
                .answer("{\"services\": [{\"serviceName\": \"s\", \"loadBalancers\": [{\"targetGroupArn\": \"blue\","
                        + " \"advancedConfiguration\": {\"alternateTargetGroupArn\": \"green\"}},"
                        + " {\"loadBalancerName\": \"classic\"}]}]}");

        assertThat(new EcsManagedLoadBalancers(ecs).of("c")).containsExactlyInAnyOrder("blue", "green", "classic");
    }

    @Test
    void aClusterThatIsGoneManagesNothingAndHasNothingToDrain() {
        http.jsonError(400, "ClusterNotFoundException").jsonError(400, "ClusterNotFoundException");

        assertThat(new EcsManagedLoadBalancers(ecs).of("c")).isEmpty();
        assertThat(new EcsDraining(ecs).drain("c", List.of("arn"))).isEmpty();
    }

    private static String classic(String name, String marker) {
        return "<DescribeLoadBalancersResponse><DescribeLoadBalancersResult><LoadBalancerDescriptions><member>"
                + "<LoadBalancerName>" + name + "</LoadBalancerName></member></LoadBalancerDescriptions>" + marker
                + "</DescribeLoadBalancersResult></DescribeLoadBalancersResponse>";
    }

    private static String groups(String members, String marker) {
        return "<DescribeTargetGroupsResponse><DescribeTargetGroupsResult><TargetGroups>" + members + "</TargetGroups>"
                + marker + "</DescribeTargetGroupsResult></DescribeTargetGroupsResponse>";
    }

    private static String group(String arn, String type, String loadBalancers) {
        return "<member><TargetGroupArn>" + arn + "</TargetGroupArn><TargetType>" + type
                + "</TargetType><LoadBalancerArns>" + loadBalancers + "</LoadBalancerArns></member>";
    }

    private static String target(String id, int port, String state, String reason) {
        return "<member><Target><Id>" + id + "</Id><Port>" + port + "</Port></Target><TargetHealth><State>" + state
                + "</State>" + (reason.isEmpty() ? "" : "<Reason>" + reason + "</Reason>")
                + "</TargetHealth></member>";
    }
}
