package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.aws.AutoScalingWaits.Tag;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.port.LifecycleActions.Answer;
import dev.drainpipe.port.TryLater;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

class AutoScalingSweepTest {
    private final ScriptedHttp http = new ScriptedHttp();
    private final AutoScalingClient autoScaling = http.clients().build(AutoScalingClient.builder());

    @Test
    void onlyInstancesInTerminatingWaitAreFoundOnAllPages() {
        http.answer(groups(group("a", member("i-1", "Terminating:Wait"), member("i-2", "InService")), "next"))
                .answer(groups(group("b", member("i-3", "Terminating:Proceed")), ""));

        assertThat(new AutoScalingWaits(autoScaling, List.of(), new Tag("drainpipe", "yes"), tags -> true).byGroup())
                .isEqualTo(Map.of("a", Set.of("i-1")));

        assertThat(http.requests.get(0))
                .contains("Filters.member.1.Name=tag:drainpipe", "Filters.member.1.Values.member.1=yes")
                .doesNotContain("AutoScalingGroupNames");
        assertThat(http.requests.get(1)).contains("NextToken=next");
    }

    @Test
    void fiftyOneGroupsAreTwoCallsAndThoseWithTheTagOneMore() {
        http.answer(groups(group("g1", member("i-1", "Terminating:Wait")), ""))
                .answer(groups("", ""))
                .answer(groups(group("other", member("i-2", "Terminating:Wait")), ""));
        List<String> names = IntStream.range(0, 51).mapToObj(i -> "g" + i).toList();

        assertThat(new AutoScalingWaits(autoScaling, names, new Tag("k", "v"), tags -> true).byGroup())
                .isEqualTo(Map.of("g1", Set.of("i-1"), "other", Set.of("i-2")));

        assertThat(http.requests).hasSize(3);
        assertThat(http.requests.get(1))
                .contains("AutoScalingGroupNames.member.1=g50")
                .doesNotContain("Filters");
        assertThat(http.requests.get(2))
                .contains("Filters.member.1.Name=tag:k")
                .doesNotContain("AutoScalingGroupNames");
    }

    @Test
    void onlyTerminationHooksAreListed() {
        http.answer(hooks("<member><LifecycleHookName>drain</LifecycleHookName><LifecycleTransition>"
                        + "autoscaling:EC2_INSTANCE_TERMINATING</LifecycleTransition><NotificationTargetARN>arn:q"
                        + "</NotificationTargetARN><NotificationMetadata>{}</NotificationMetadata></member>"
                        + "<member><LifecycleHookName>boot</LifecycleHookName><LifecycleTransition>"
                        + "autoscaling:EC2_INSTANCE_LAUNCHING</LifecycleTransition></member>"))
                .answer(hooks("<member><LifecycleHookName>bare</LifecycleHookName><LifecycleTransition>"
                        + "autoscaling:EC2_INSTANCE_TERMINATING</LifecycleTransition></member>"))
                .queryError(400, "ValidationError", "AutoScalingGroup name not found - null");
        AutoScalingGroupHooks hooks = new AutoScalingGroupHooks(autoScaling);

        assertThat(hooks.termination("asg")).containsExactly(new Hook("asg", "drain", "arn:q", "{}"));
        assertThat(hooks.termination("asg")).containsExactly(new Hook("asg", "bare", "", ""));
        assertThat(hooks.termination("asg")).isEmpty();
    }

    @Test
    void anInstanceIsHandedToItsGroupWithoutLoweringTheDesiredCapacity() {
        http.answer("<TerminateInstanceInAutoScalingGroupResponse><TerminateInstanceInAutoScalingGroupResult/>"
                + "</TerminateInstanceInAutoScalingGroupResponse>");

        assertThat(new AutoScalingTerminations(autoScaling).terminate("i-1")).isEqualTo(Answer.DONE);

        assertThat(http.requests.get(0)).contains("InstanceId=i-1", "ShouldDecrementDesiredCapacity=false");
    }

    @Test
    void anInstanceThatIsInNoGroupCannotBeHandedOver() {
        http.queryError(400, "ValidationError", "Instance Id not found - No managed instance found for i-1");

        assertThat(new AutoScalingTerminations(autoScaling).terminate("i-1")).isEqualTo(Answer.OVER);
    }

    @ParameterizedTest
    @CsvSource({"400, ScalingActivityInProgress", "500, ResourceContention", "400, Throttling"})
    void aBusyGroupIsAskedLater(int status, String code) {
        http.queryError(status, code, "busy");

        assertThatThrownBy(() -> new AutoScalingTerminations(autoScaling).terminate("i-1"))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void theLatestActivityTellsWhenATerminationBegan() {
        http.answer(activities(activity("Terminating EC2 instance: i-1 - Waiting For Terminate Lifecycle Action", "12")
                        + activity("Launching a new EC2 instance: i-2", "11")
                        + activity("Terminating EC2 instance: i-1", "10")))
                .queryError(400, "ValidationError", "AutoScalingGroup name not found - null");
        AutoScalingActivities activities = new AutoScalingActivities(autoScaling);

        assertThat(activities.of("asg")).isEqualTo(Map.of("i-1", Instant.parse("2026-01-01T12:00:00Z")));
        assertThat(activities.of("asg")).isEmpty();
    }

    private static String groups(String members, String next) {
        return "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups>" + members
                + "</AutoScalingGroups>" + (next.isEmpty() ? "" : "<NextToken>" + next + "</NextToken>")
                + "</DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>";
    }

    private static String group(String name, String... members) {
        return "<member><AutoScalingGroupName>" + name + "</AutoScalingGroupName><Instances>" + String.join("", members)
                + "</Instances></member>";
    }

    private static String member(String id, String state) {
        return "<member><InstanceId>" + id + "</InstanceId><LifecycleState>" + state + "</LifecycleState></member>";
    }

    private static String hooks(String members) {
        return "<DescribeLifecycleHooksResponse><DescribeLifecycleHooksResult><LifecycleHooks>" + members
                + "</LifecycleHooks></DescribeLifecycleHooksResult></DescribeLifecycleHooksResponse>";
    }

    private static String activities(String members) {
        return "<DescribeScalingActivitiesResponse><DescribeScalingActivitiesResult><Activities>" + members
                + "</Activities></DescribeScalingActivitiesResult></DescribeScalingActivitiesResponse>";
    }

    private static String activity(String description, String hour) {
        return "<member><ActivityId>a</ActivityId><Description>" + description + "</Description><StartTime>2026-01-01T"
                + hour + ":00:00Z</StartTime></member>";
    }
}
