package dev.drainpipe.verification.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the template says of the functions is what the code, the Makefile and the design say. */
class FunctionsContractTest {
    private static final DeployedTemplate TEMPLATE = new DeployedTemplate();

    static List<String> functions() {
        return TEMPLATE.template.functions();
    }

    @Test
    void thereAreThreeFunctions() {
        assertThat(functions()).containsExactly("TaskScalerFunction", "DeregisterFunction", "TerminatorFunction");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aHandlerIsAClassThatLambdaCanMake(String function) throws ReflectiveOperationException {
        String handler = TEMPLATE.function(function).handler();

        Class<?> type = Class.forName(TEMPLATE.function(function).handlerClass());

        assertThat(handler).endsWith("::handleRequest");
        assertThat(type).isAssignableTo(RequestStreamHandler.class);
        assertThat(type.getConstructor()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "TaskScalerFunction, dev.drainpipe.taskscaler.ScalerConfig",
        "DeregisterFunction, dev.drainpipe.deregister.DeregisterConfig",
        "TerminatorFunction, dev.drainpipe.terminator.TerminatorConfig"
    })
    void aFunctionIsToldExactlyTheVariablesThatItReads(String function, String config) throws ClassNotFoundException {
        Map<?, ?> environment = map(TEMPLATE.deployment.properties(function).get("Environment"));
        List<String> read = Arrays.stream(Class.forName(config + "$Variable").getEnumConstants())
                .map(String::valueOf)
                .toList();

        assertThat(map(environment.get("Variables")).keySet())
                .extracting(String::valueOf)
                .containsExactlyInAnyOrderElementsOf(read);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionHasItsMakefileTarget(String function) {
        Matcher target = Pattern.compile("(?m)^build-" + function + ": MODULE := (\\S+)$")
                .matcher(DeployedTemplate.text("Makefile"));

        assertThat(target.find()).isTrue();
        assertThat(DeployedTemplate.ROOT.resolve(target.group(1)).resolve("pom.xml"))
                .exists();
    }

    @Test
    void theMakefileBuildsNothingElse() {
        Set<String> targets = new TreeSet<>();
        Matcher build = Pattern.compile("build-(\\w+)").matcher(DeployedTemplate.text("Makefile"));
        build.results().forEach(result -> targets.add(result.group(1)));

        assertThat(targets).containsExactlyInAnyOrderElementsOf(functions());
    }

    @ParameterizedTest
    @CsvSource({
        "TaskScalerFunction, 'cluster_name service_name min_task_count n_count'",
        "DeregisterFunction, 'lifecycle_queue_name elb_monitor_queue_name elb_name cluster_name'",
        "TerminatorFunction, 'queue_name'"
    })
    void aScheduleSendsTheKeysOfTheOlderVersion(String function, String keys) {
        String input = String.valueOf(schedule(function).get("Input"));

        Stream<String> names =
                Pattern.compile("\"(\\w+)\":").matcher(input).results().map(r -> r.group(1));

        assertThat(names).containsExactly(keys.split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aScheduleTicksEachMinuteAndKeepsWhatItCouldNotDeliver(String function) {
        Map<?, ?> schedule = schedule(function);

        assertThat(schedule.get("ScheduleExpression")).isEqualTo("rate(1 minute)");
        assertThat(schedule.get("FlexibleTimeWindow")).isEqualTo(Map.of("Mode", "OFF"));
        assertThat(schedule.get("OmitName")).isEqualTo(true);
        assertThat(schedule.get("DeadLetterConfig"))
                .isEqualTo(Map.of("Arn", DeployedTemplate.ACCOUNT.arn("sqs", "schedule-dead-letter-queue")));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatFailsAfterItsDeliveryIsKeptToo(String function) {
        Map<?, ?> config = map(TEMPLATE.deployment.properties(function).get("EventInvokeConfig"));

        assertThat(config.get("MaximumRetryAttempts")).isEqualTo(0);
        assertThat(config.get("DestinationConfig"))
                .isEqualTo(Map.of(
                        "OnFailure",
                        Map.of(
                                "Type",
                                "SQS",
                                "Destination",
                                DeployedTemplate.ACCOUNT.arn("sqs", "schedule-dead-letter-queue"))));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionPublishesAVersionOnEveryChange(String function) {
        Map<?, ?> properties = TEMPLATE.deployment.properties(function);

        assertThat(properties.get("AutoPublishAlias")).isEqualTo("live");
        assertThat(properties.get("AutoPublishAliasAllProperties")).isEqualTo(true);
        assertThat(properties.get("SnapStart")).isEqualTo(Map.of("ApplyOn", "PublishedVersions"));
    }

    private static Map<?, ?> schedule(String function) {
        Map<?, ?> events = map(TEMPLATE.deployment.properties(function).get("Events"));
        return map(map(events.get("EachMinute")).get("Properties"));
    }

    static Map<?, ?> map(@Nullable Object node) {
        assertThat(node).isInstanceOf(Map.class);
        return node instanceof Map<?, ?> map ? map : Map.of();
    }
}
