package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.GroupMember;
import dev.drainpipe.fleet.GroupMember.Stage;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

class AutoScalingLookupsTest {
    private final ScriptedHttp http = new ScriptedHttp();
    private final AutoScalingClient autoScaling = http.clients().build(AutoScalingClient.builder());

    @Test
    void onlyInServiceIsInServiceAndWhoIsLeftOutIsInNoGroup() {
        http.answer(instances(instance("i-1", "InService")
                + instance("i-2", "Terminating:Wait")
                + instance("i-3", "Standby")
                + instance("i-4", "Warmed:Running")));

        assertThat(new AutoScalingMembers(autoScaling).of(List.of("i-1", "i-2", "i-3", "i-4", "i-5")))
                .isEqualTo(Map.of(
                        "i-1", new GroupMember("asg", Stage.IN_SERVICE),
                        "i-2", new GroupMember("asg", Stage.NOT_IN_SERVICE),
                        "i-3", new GroupMember("asg", Stage.NOT_IN_SERVICE),
                        "i-4", new GroupMember("asg", Stage.NOT_IN_SERVICE),
                        "i-5", GroupMember.NONE));
    }

    @Test
    void fiftyOneInstancesAreTwoCalls() {
        http.answer(instances("")).answer(instances(""));

        new AutoScalingMembers(autoScaling).of(names(51));

        assertThat(http.requests).hasSize(2);
        assertThat(http.requests.get(0)).contains("InstanceIds.member.50=").doesNotContain("InstanceIds.member.51=");
    }

    @Test
    void whoAutoScalingDidNotSpeakOfIsNotInNoGroup() {
        http.queryError(400, "Throttling", "Rate exceeded");

        assertThatThrownBy(() -> new AutoScalingMembers(autoScaling).of(List.of("i-1")))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void tagsOfAllPagesAreReadAndAGroupThatIsGoneIsLeftOut() {
        http.answer(groups(
                        group("a", "<member><Key>team</Key><Value>web</Value></member>"), "<NextToken>t</NextToken>"))
                .answer(groups(group("b", "<member><Key>bare</Key></member>"), ""));

        assertThat(new AutoScalingTags(autoScaling).of(List.of("a", "b", "gone")))
                .isEqualTo(Map.of("a", Map.of("team", "web"), "b", Map.of("bare", "")));

        assertThat(http.requests.get(0)).contains("AutoScalingGroupNames.member.3=gone");
        assertThat(http.requests.get(1)).contains("NextToken=t");
    }

    @Test
    void fiftyOneGroupsAreTwoCalls() {
        http.answer(groups("", "")).answer(groups("", ""));

        assertThat(new AutoScalingTags(autoScaling).of(names(51))).isEmpty();

        assertThat(http.requests).hasSize(2);
        assertThat(http.requests.get(0)).contains("Names.member.50=").doesNotContain("Names.member.51=");
    }

    @Test
    void tagsThatWereNotToldAreNotMissing() {
        http.answer(groups(group("a", ""), "<NextToken>t</NextToken>")).queryError(500, "ResourceContention", "busy");

        assertThatThrownBy(() -> new AutoScalingTags(autoScaling).of(List.of("a")))
                .isInstanceOf(TryLater.class);
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n-" + i).toList();
    }

    private static String instances(String members) {
        return "<DescribeAutoScalingInstancesResponse><DescribeAutoScalingInstancesResult><AutoScalingInstances>"
                + members + "</AutoScalingInstances></DescribeAutoScalingInstancesResult>"
                + "</DescribeAutoScalingInstancesResponse>";
    }

    private static String instance(String id, String state) {
        return "<member><InstanceId>" + id + "</InstanceId><AutoScalingGroupName>asg</AutoScalingGroupName>"
                + "<LifecycleState>" + state + "</LifecycleState></member>";
    }

    private static String groups(String members, String next) {
        return "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups>" + members
                + "</AutoScalingGroups>" + next
                + "</DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>";
    }

    private static String group(String name, String tags) {
        return "<member><AutoScalingGroupName>" + name + "</AutoScalingGroupName><Tags>" + tags + "</Tags></member>";
    }
}
