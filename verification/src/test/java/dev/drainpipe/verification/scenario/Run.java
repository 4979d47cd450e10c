package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Operator;
import dev.drainpipe.simulator.traffic.Traffic;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/** A scenario while it runs: what happens in its account, and what came of it. */
final class Run extends Account {
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final Duration LONG_STEP = Duration.ofSeconds(30);

    /** Longer than every ordinary drain, with a redelivery or two. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Allowed allowed = new Allowed();
    private final Map<String, String> holding = new HashMap<>();
    private Optional<Traffic> traffic = Optional.empty();

    Run(Ordinary plan) {
        super(plan);
    }

    /** Boots it: all instances in service, all tasks healthy, traffic on its way. */
    void boot() {
        until("all instances serve and all tasks are healthy", this::steady);
        building.registerInstances(in("InService"));
        pass(Duration.ofSeconds(10));
        if (!loadBalancer().isEmpty() && plan.requestsPerSecond > 0) {
            Traffic sent = aws.traffic(loadBalancer(), TrafficSpec.perSecond(plan.requestsPerSecond));
            sent.start();
            traffic = Optional.of(sent);
        }
        pass(Duration.ofSeconds(10));
        know(Ordinary.CLUSTER);
        faults.begin();
    }

    private boolean steady() {
        boolean healthy = evidence.service()
                .filter(counts -> counts.desired() == plan.tasks && counts.healthy() == plan.tasks)
                .isPresent();
        return healthy
                && in("InService").size() == plan.instances
                && aws.ecs().containerInstances(Ordinary.CLUSTER).size() >= plan.instances;
    }

    Allowed allowed() {
        return allowed;
    }

    /** The group gives up so many instances. */
    void scaleIn(int number) {
        aws.autoScaling().setDesiredCapacity(Ordinary.GROUP, in("InService").size() - number);
    }

    /** The group gives up this instance, and wants one less from now on. */
    void terminate(String instanceId) {
        operator()
                .autoScaling()
                .terminateInstanceInAutoScalingGroup(
                        r -> r.instanceId(instanceId).shouldDecrementDesiredCapacity(true));
    }

    /** Starts a task on an instance that ends only when somebody stops it. */
    void hold(String instanceId) {
        holding.put(instanceId, aws.ecs().startTask(Tasks.endless(), instanceId));
    }

    void stopHolding(String instanceId) {
        String task = holding.remove(instanceId);
        operator().ecs().stopTask(r -> r.cluster(Ordinary.CLUSTER).task(task));
    }

    /** The end of our hook's action on an instance, once it is over. */
    Ending letGo(String instanceId) {
        until(
                instanceId + " is let go",
                () -> ours().stream().anyMatch(e -> e.instanceId().equals(instanceId)));
        return ours().stream()
                .filter(e -> e.instanceId().equals(instanceId))
                .findFirst()
                .orElseThrow();
    }

    void pass(Duration time) {
        aws.world().run(time);
    }

    /** Lets time pass until something is so; fails if that takes longer than half an hour. */
    void until(String what, BooleanSupplier so) {
        within(PATIENCE, what, so);
    }

    /** Lets time pass until something is so; fails if that takes longer than this. */
    void within(Duration most, String what, BooleanSupplier so) {
        Instant end = now().plus(most);
        while (!so.getAsBoolean()) {
            assertThat(now())
                    .as("within %s: %s; log: %s", most, what, lastLines())
                    .isBefore(end);
            pass(most.compareTo(PATIENCE) > 0 ? LONG_STEP : STEP);
        }
    }

    /** Lets the group give up so many instances, and waits until our hook's actions on them are over. */
    void drain(int number) {
        long before = ours().size();
        scaleIn(number);
        until(number + " drains are over", () -> ours().size() >= before + number);
    }

    /** Waits until so many instances wait on the hook, and gives them. */
    List<String> waiting(int number) {
        until(number + " instances wait", () -> in("Terminating:Wait").size() >= number);
        return in("Terminating:Wait");
    }

    /** The ends of the actions of the template's hook. */
    List<Ending> ours() {
        return evidence.endings().stream()
                .filter(ending -> ending.hook().equals(HOOK))
                .toList();
    }

    Set<String> startedByOurHook() {
        Set<String> ids = new TreeSet<>();
        evidence.started().keySet().stream()
                .filter(key -> key.startsWith(HOOK + " "))
                .forEach(key -> ids.add(key.substring(HOOK.length() + 1)));
        return ids;
    }

    /** How often the functions made a call, named like {@code ecs:ListTasks}. */
    long calls(String name) {
        return evidence.calls().stream()
                .filter(call -> call.name().equals(name) && !call.caller().equals(Operator.NAME))
                .count();
    }

    /** The lines of the functions' logs with these words. */
    List<LogLine> said(String words) {
        return evidence.of(LogLine.class)
                .filter(line -> line.text().contains(words))
                .toList();
    }

    Duration drainTimeout() {
        return Duration.ofSeconds(Long.parseLong(plan.parameters.getOrDefault("DrainTimeoutSeconds", "3600")));
    }

    /** Ends the traffic, and lets the functions finish what is on the queues. */
    void finish() {
        traffic.ifPresent(Traffic::stop);
        if (!allowed.unfinished) {
            until("the queues are empty", () -> messagesWaiting() == 0);
            pass(Duration.ofMinutes(2));
        }
    }

    /** The last words of the functions, for a failure's message. */
    String lastLines() {
        List<String> lines = evidence.logLines().stream()
                .filter(line -> line.startsWith("["))
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
