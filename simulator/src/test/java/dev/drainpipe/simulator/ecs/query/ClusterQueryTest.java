package dev.drainpipe.simulator.ecs.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterQueryTest {
    private static final Map<String, List<String>> INSTANCE = Map.of(
            "ec2InstanceId", List.of("i-0abc"),
            "agentConnected", List.of("true"),
            "agentVersion", List.of("1.90.0"),
            "registeredAt", List.of("2026-01-01T12:00:00Z"),
            "runningTasksCount", List.of("10"),
            "task:group", List.of("service:web", "family:batch"),
            "attribute:ecs.availability-zone", List.of("eu-central-1a"),
            "attribute:stack", List.of("prod"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2InstanceId == i-0abc",
                "ec2InstanceId==i-0abc",
                "  ec2InstanceId equals 'i-0abc' ",
                "ec2InstanceId != i-1",
                "ec2InstanceId not_equals i-1",
                "ec2InstanceId in ['i-1', 'i-0abc']",
                "ec2InstanceId in [i-1,i-0abc]",
                "ec2InstanceId in [\"i-0abc\"]",
                "ec2InstanceId !in [i-1]",
                "ec2InstanceId not_in [i-1, i-2]",
                "ec2InstanceId =~ i-0.*",
                "ec2InstanceId matches i-[0-9]abc",
                "ec2InstanceId =~ 'i-(0|1)abc'",
                "ec2InstanceId !~ i-1.*",
                "ec2InstanceId not_matches abc",
                "agentConnected == true",
                "agentConnected in [true]",
                "agentVersion > 1.9.0",
                "agentVersion >= 1.90.0",
                "agentVersion < 1.100.0",
                "registeredAt < 2026-01-02",
                "registeredAt >= 2026-01-01",
                "registeredAt == 2026-01-01T12:00:00+00:00",
                "registeredAt <= 2026-01-01T12:00:00",
                "registeredAt greater_than 2026-01-01T12:59:59+01:00",
                "runningTasksCount > 9",
                "runningTasksCount less_than_equal 10",
                "runningTasksCount == 10",
                "task:group == service:web",
                "task:group == family:batch",
                "not(task:group == database)",
                "task:group exists",
                "attribute:stack == prod",
                "attribute:stack exists",
                "attribute:owner !exists",
                "attribute:owner not_exists",
                "attribute:owner != me",
                "attribute:ecs.availability-zone in [eu-central-1a, eu-central-1b]",
                "attribute:stack == prod and agentConnected == true",
                "attribute:stack == test or agentConnected == true",
                "attribute:stack == test || agentConnected == true && runningTasksCount == 10",
                "attribute:stack == prod or agentConnected == true and runningTasksCount == 0",
                "(attribute:stack == test or agentConnected == true) and runningTasksCount == 10",
                "!(attribute:stack == test) && !(agentConnected == false)",
                "not attribute:stack == test",
            })
    void isTrueOf(String expression) {
        assertThat(matches(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2InstanceId == i-0ab",
                "ec2InstanceId != i-0abc",
                "ec2InstanceId in [i-1, i-2]",
                "ec2InstanceId !in [i-1, i-0abc]",
                "ec2InstanceId =~ i-0",
                "ec2InstanceId !~ i-0.*",
                "agentConnected == false",
                "agentVersion > 1.90.0",
                "agentVersion < 1.90.0",
                "agentVersion > 1.100.0",
                "registeredAt > 2026-01-01T12:00:00Z",
                "registeredAt < 2026-01-01T12:00:00Z",
                "runningTasksCount > 10",
                "runningTasksCount < 10",
                "runningTasksCount < 9",
                "task:group != service:web",
                "attribute:owner exists",
                "attribute:stack !exists",
                "attribute:owner == me",
                "attribute:stack == test || agentConnected == false",
                "attribute:stack == prod && agentConnected == false",
                "(attribute:stack == prod or agentConnected == true) and runningTasksCount == 0",
                "not(attribute:stack == prod)",
            })
    void isFalseOf(String expression) {
        assertThat(matches(expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ec2InstanceId",
                "ec2InstanceId ==",
                "ec2InstanceId = i-1",
                "ec2InstanceId > i-1",
                "ec2InstanceId exists",
                "ec2InstanceId in i-1",
                "ec2InstanceId in []",
                "ec2InstanceId in [i-1",
                "ec2InstanceId == 'i-1",
                "ec2InstanceId == i-1 and",
                "ec2InstanceId == i-1 i-2",
                "ec2InstanceId =~ [",
                "(ec2InstanceId == i-1",
                "ec2InstanceId == i-1)",
                "instanceId == i-1",
                "pendingTasksCount == 1",
                "attribute: == 1",
                "runningTasksCount == many",
                "runningTasksCount in [1]",
                "agentVersion > new",
                "registeredAt > yesterday",
                "and",
            })
    void isNoExpression(String expression) {
        assertThatThrownBy(() -> ClusterQuery.parse(expression))
                .isInstanceOf(InvalidQuery.class)
                .hasMessageContaining("at character");
    }

    private static boolean matches(String expression) {
        return ClusterQuery.parse(expression).matches(subject -> INSTANCE.getOrDefault(subject, List.of()));
    }
}
