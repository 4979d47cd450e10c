package dev.drainpipe.verification.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.LogFormat;
import dev.drainpipe.simulator.function.Outcome;
import dev.drainpipe.simulator.http.HttpFace;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

/** The built artefacts, in processes of their own, told everything by environment variables, complete a drain. */
@Timeout(180)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client brings native code for Linux only")
class RuntimeClientTest {
    private static final Duration START_UP = Duration.ofSeconds(60);
    private static final Duration DRAIN = Duration.ofSeconds(60);

    private final SmallFleet fleet = new SmallFleet();
    private final HttpFace face = fleet.aws.face(0).start();
    private final RealFunctions functions = new RealFunctions(fleet.aws, face.address());
    private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
    private RealTime time;

    @TempDir
    private Path scratch;

    @BeforeEach
    void needArtefacts() {
        RealFunctions.FOLDERS
                .values()
                .forEach(folder -> assumeTrue(
                        Artefacts.built(folder), () -> folder + " is not built; ./mvnw verify builds it first"));
        time = new RealTime(fleet.aws.world());
    }

    @AfterEach
    void close() {
        functions.close();
        face.close();
        if (time != null) {
            time.close();
        }
        fleet.close();
    }

    @Test
    void aDrainCompletesWiredAsTheTemplateSays() throws Exception {
        Deployment deployment = deployTemplate();
        functions.start(scratch, Map.of("RECHECK_SECONDS", "1"));

        tick("task-scaler", input(deployment, "TaskScalerFunction"));
        fleet.scaleIn();
        boolean handedOver = time.await(START_UP, () -> completed("deregister") > 0);
        tick("terminator", input(deployment, "TerminatorFunction"));
        tick("task-scaler", input(deployment, "TaskScalerFunction"));

        assertThat(handedOver).as(this::story).isTrue();
        assertThatTheDrainIsComplete();
        assertThat(fleet.of(WorldEvent.ApiCall.class))
                .as("calls, of which the roles in force must allow each")
                .noneMatch(call -> call.error().orElse("").startsWith("AccessDenied"));
    }

    @Test
    void theScheduledInputsOfTheOlderVersionCompleteADrain() throws Exception {
        deployAsBefore();
        functions.start(scratch, Map.of("RECHECK_SECONDS", "1"));

        tick(
                "task-scaler",
                "{\"cluster_name\": \"c\", \"service_name\": \"s\", \"min_task_count\": 2, \"n_count\": 1}");
        fleet.scaleIn();
        assertThat(time.await(
                        START_UP,
                        () -> fleet.in(() -> fleet.aws
                                        .sqs()
                                        .byName("q1")
                                        .orElseThrow()
                                        .visible())
                                > 1))
                .as("the hook's message is on its queue, beside its test message")
                .isTrue();
        tick(
                "deregister",
                "{\"lifecycle_queue_name\": \"q1\", \"elb_monitor_queue_name\": \"q2\", \"elb_name\": \"lb\","
                        + " \"cluster_name\": \"c\"}");
        tick("terminator", "{\"queue_name\": \"q2\"}");

        assertThatTheDrainIsComplete();
        assertThat(fleet.desiredTasks()).isEqualTo(2);
    }

    private void assertThatTheDrainIsComplete() throws InterruptedException {
        assertThat(time.await(DRAIN, () -> fleet.running() == 2))
                .as(this::story)
                .isTrue();
        assertThat(fleet.completions()).as(this::story).containsExactly("CONTINUE");
        assertThat(fleet.letGoEarly()).isEmpty();
        assertThat(fleet.servedRequests()).isGreaterThan(0);
        assertThat(fleet.droppedRequests()).isEmpty();
        assertThat(outcomes).as(this::story).allMatch(Outcome.Answered.class::isInstance);
        assertThat(fleet.of(WorldEvent.ApiCall.class).map(WorldEvent.ApiCall::caller))
                .contains("task-scaler", "deregister", "terminator");
    }

    /** Invokes a function and waits for its end. */
    private void tick(String function, String input) throws InterruptedException {
        int before = outcomes.size();
        fleet.in(() -> fleet.aws.functions().invoke(function, input, outcomes::add));
        assertThat(time.await(START_UP, () -> outcomes.size() > before))
                .as(this::story)
                .isTrue();
    }

    private long completed(String function) {
        return fleet.of(WorldEvent.Invocation.class)
                .filter(invocation -> invocation.function().equals(function))
                .filter(invocation -> invocation.error().isEmpty())
                .count();
    }

    private Deployment deployTemplate() throws IOException {
        Template template = Template.read(Path.of("..", "template.yaml"));
        Map<String, String> parameters = Map.of(
                "ClusterName", "c",
                "ServiceName", "s",
                "AutoScalingGroupName", SmallFleet.GROUP,
                "LoadBalancerName", "lb");
        return fleet.in(() -> {
            fleet.aws.functions().logAs(LogFormat.TEXT);
            Deployment deployment = fleet.aws.deploy(template, parameters, functions::code);
            fleet.aws.enforce(deployment);
            return deployment;
        });
    }

    private static String input(Deployment deployment, String function) {
        return deployment.scheduledInput(function + ".EachMinute").orElseThrow();
    }

    /** As people have it who move over: their own queues, and no variables of ours. */
    private void deployAsBefore() {
        fleet.in(() -> {
            fleet.aws.sqs().create("q1", Map.of());
            fleet.aws.sqs().create("q2", Map.of());
            fleet.aws
                    .autoScaling()
                    .putLifecycleHook(PutLifecycleHookRequest.builder()
                            .autoScalingGroupName(SmallFleet.GROUP)
                            .lifecycleHookName("drain")
                            .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                            .notificationTargetARN(
                                    fleet.aws.sqs().byName("q1").orElseThrow().arn())
                            .roleARN("arn:aws:iam::111122223333:role/hook")
                            .build());
            deploy("task-scaler", "dev.drainpipe.taskscaler.TaskScalerHandler");
            deploy("deregister", "dev.drainpipe.deregister.DeregisterHandler");
            deploy("terminator", "dev.drainpipe.terminator.TerminatorHandler");
            return true;
        });
    }

    private void deploy(String name, String handler) {
        Map<String, String> environment = Map.of(
                "_HANDLER",
                handler,
                "AWS_REGION",
                "eu-central-1",
                "AWS_ACCESS_KEY_ID",
                name,
                "AWS_SECRET_ACCESS_KEY",
                "secret");
        FunctionSpec spec = new FunctionSpec(name, handler, Duration.ofMinutes(1), 1024, environment, LogFormat.TEXT);
        fleet.aws.functions().deploy(spec, functions::code);
    }

    /** What the functions wrote, for whoever has to find out why. */
    private String story() {
        StringBuilder story = new StringBuilder("outcomes " + outcomes + "\n");
        fleet.of(WorldEvent.LogLine.class)
                .forEach(line -> story.append(line.function())
                        .append("  ")
                        .append(line.text())
                        .append('\n'));
        return story.toString();
    }
}
