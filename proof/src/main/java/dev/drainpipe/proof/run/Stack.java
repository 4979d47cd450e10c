package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site.FrontKind;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.Schedule;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.stack.Deployment;
import dev.drainpipe.simulator.stack.Template;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/** Drainpipe as it is deployed in a run. */
final class Stack {
    /** The hook of the template's own group, and that of groups attached later. */
    static final List<String> HOOKS = List.of("termination-hook", "drainpipe");

    private static final String TAG = "drainpipe";
    private static final String TERMINATOR = "TerminatorFunction.EachMinute";
    /** What queues bring to functions. */
    private static final List<String> MAPPINGS = List.of(
            "DeregisterFunction.Termination",
            "TerminatorFunction.HandOver",
            "TerminatorFunction.TaskNews",
            "TaskScalerFunction.WakeUpCall");

    private static final String SCALER = "TaskScalerFunction.EachMinute";

    private final Plan plan;
    private final SimulatedAws aws;
    private final Function<FunctionSpec, FunctionCode> environments;
    private final Deployment deployment;
    private final Schedule scaling;

    Stack(Plan plan, SimulatedAws aws, Stage stage, Template template, Function<FunctionSpec, FunctionCode> code) {
        this.plan = plan;
        this.aws = aws;
        this.environments = code;
        this.deployment = aws.deploy(template, parameters(stage), code);
        deployment.schedule(SCALER).orElseThrow().disable();
        this.scaling = new Schedule(
                aws.world(),
                aws.functions().asynchronous(),
                new Schedule.Settings("task-scaler", Duration.ofMinutes(1), scalerInput()));
        scaling.enable();
        deploy(plan.options());
        attachHooks();
    }

    private Map<String, String> parameters(Stage stage) {
        Options options = plan.options();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("ClusterName", "c1");
        parameters.put("ServiceName", "s1");
        parameters.put("AutoScalingGroupName", plan.site().groups().get(0).name());
        parameters.put("ClusterPattern", plan.site().clusters().size() > 1 ? "c*" : "");
        parameters.put("ReasonsToLeave", options.reasons());
        parameters.put("RequiredTag", plan.site().foreignGroups().isEmpty() ? "" : TAG);
        parameters.put("DryRun", String.valueOf(options.dryRun()));
        List<String> classic = stage.outside(FrontKind.CLASSIC);
        // The template takes one Classic load balancer's name; with two, all are found.
        if (!options.discover() && classic.size() < 2) {
            parameters.put("LoadBalancerName", String.join("", classic));
            parameters.put("TargetGroupArns", String.join(",", stage.outside(FrontKind.TARGET_GROUP)));
        }
        return parameters;
    }

    /** Deploys the functions, at first or again, with other options. */
    void deploy(Options options) {
        Map<String, String> changed = new HashMap<>();
        changed.put("AWS_MAX_ATTEMPTS", "1");
        changed.put("SCALING_RULES", scalerInput());
        changed.put(
                "DRAIN_TIMEOUT_SECONDS", String.valueOf(options.drainTimeout().toSeconds()));
        changed.put("ON_DEADLINE", options.onDeadline());
        changed.put("STANDALONE_TASKS", options.standaloneTasks());
        changed.put("RECHECK_SECONDS", String.valueOf(options.recheckSeconds()));
        for (FunctionSpec spec : aws.functions().all()) {
            Map<String, String> environment = new HashMap<>(spec.environment());
            environment.putAll(changed);
            aws.functions()
                    .deploy(
                            new FunctionSpec(
                                    spec.name(),
                                    spec.handler(),
                                    spec.timeout(),
                                    spec.memoryMb(),
                                    environment,
                                    spec.logFormat()),
                            environments);
        }
    }

    private void attachHooks() {
        List<Group> groups = plan.site().groups();
        groups.forEach(group -> aws.autoScaling().putLifecycleHook(hook(group)));
        groups.stream()
                .filter(group -> !group.foreign())
                .forEach(group -> new Operator(aws)
                        .autoScaling()
                        .createOrUpdateTags(tags -> tags.tags(Tag.builder()
                                .resourceId(group.name())
                                .resourceType("auto-scaling-group")
                                .key(TAG)
                                .value("c1")
                                .propagateAtLaunch(false)
                                .build())));
    }

    private PutLifecycleHookRequest hook(Group group) {
        boolean own = plan.site().groups().indexOf(group) == 0;
        return PutLifecycleHookRequest.builder()
                .autoScalingGroupName(group.name())
                .lifecycleHookName(HOOKS.get(own ? 0 : 1))
                .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                .heartbeatTimeout((int) group.heartbeat().toSeconds())
                .defaultResult("CONTINUE")
                .notificationTargetARN(queue("lifecycle-queue").arn())
                .roleARN("arn:aws:iam::111122223333:role/hook")
                .notificationMetadata("{\"cluster_name\": \"" + group.cluster() + "\"}")
                .build();
    }

    /** What the task scaler's schedule says. */
    private String scalerInput() {
        return plan.site().services().stream()
                .filter(service -> service.rule().isPresent())
                .map(Stack::rule)
                .collect(Collectors.joining(",", "{\"services\":[", "]}"));
    }

    private static String rule(Service service) {
        var rule = service.rule().orElseThrow();
        List<String> fields = new ArrayList<>(List.of(
                "\"cluster_name\":\"" + service.cluster() + "\"",
                "\"service_name\":\"" + service.name() + "\"",
                "\"min_task_count\":" + rule.min(),
                "\"n_count\":" + rule.n()));
        rule.max().ifPresent(max -> fields.add("\"max_task_count\":" + max));
        return "{" + String.join(",", fields) + "}";
    }

    /** No function is invoked by its schedule or its queue any more. */
    void stop() {
        MAPPINGS.forEach(mapping -> deployment.mapping(mapping).orElseThrow().disable());
        deployment.schedule(TERMINATOR).orElseThrow().disable();
        scaling.disable();
    }

    /** Each is invoked again. */
    void start() {
        MAPPINGS.forEach(mapping -> deployment.mapping(mapping).orElseThrow().enable());
        deployment.schedule(TERMINATOR).orElseThrow().enable();
        scaling.enable();
    }

    /** Invokes a function once, as its schedule does. */
    void invoke(String function) {
        String input = function.equals("task-scaler")
                ? scalerInput()
                : deployment.scheduledInput(TERMINATOR).orElseThrow();
        aws.functions().asynchronous().invoke(function, input);
    }

    Queue queue(String name) {
        return aws.sqs().byName(name).orElseThrow();
    }

    /** The queues between the functions. */
    List<Queue> queues() {
        return Stream.of("lifecycle-queue", "termination-queue", "task-news-queue")
                .map(this::queue)
                .toList();
    }

    /** Where messages go that cannot be handled. */
    List<Queue> deadLetterQueues() {
        return Stream.of("lifecycle-dead-letter-queue", "termination-dead-letter-queue", "task-news-dead-letter-queue")
                .map(this::queue)
                .toList();
    }
}
