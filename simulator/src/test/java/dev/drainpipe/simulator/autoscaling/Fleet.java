package dev.drainpipe.simulator.autoscaling;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.PastGlobalTimeout;
import dev.drainpipe.simulator.query.Calls;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;

/** An Auto Scaling service with everything that it sends and tells; the verbs that its tests are written in. */
final class Fleet {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String QUEUE = "arn:aws:sqs:eu-central-1:111122223333:lifecycle";
    static final String GONE = "arn:aws:sqs:eu-central-1:111122223333:deleted";
    static final String NAME = "workers";

    final World world = new World(START, 1, Account.example());
    final FakeLoadBalancers loadBalancers = new FakeLoadBalancers();
    final List<WorldEvent> events = new ArrayList<>();
    final AutoScaling autoScaling;
    final Calls calls;
    private final List<Map<String, Object>> messages = new ArrayList<>();

    Fleet() {
        this(AutoScalingBehaviour.defaults());
    }

    Fleet(AutoScalingBehaviour behaviour) {
        world.listen(events::add);
        autoScaling = new AutoScaling(
                world,
                loadBalancers::find,
                this::receive,
                new AutoScalingOptions(AutoScalingTimings.defaults(), behaviour));
        calls = new Calls(autoScaling);
    }

    /** A fleet whose group has instances in service and no hooks. */
    static Fleet of(GroupSpec group) {
        Fleet fleet = new Fleet();
        fleet.autoScaling.create(group);
        fleet.pass(Duration.ofMinutes(2));
        return fleet;
    }

    static Fleet of(int instances) {
        return of(GroupSpec.of(NAME, instances));
    }

    private void receive(String target, String body) {
        if (target.equals(GONE)) {
            throw AwsError.sender("AWS.SimpleQueueService.NonExistentQueue", "gone");
        }
        messages.add(parse(body));
    }

    static Map<String, Object> parse(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    Fleet pass(Duration time) {
        world.run(time);
        return this;
    }

    /** Puts a termination hook that tells the queue. */
    Fleet hook(String name, Duration heartbeat, String defaultResult) {
        autoScaling.putLifecycleHook(terminationHook(name)
                .heartbeatTimeout((int) heartbeat.toSeconds())
                .defaultResult(defaultResult)
                .build());
        return this;
    }

    Fleet hook(String name) {
        return hook(name, Duration.ofHours(1), "CONTINUE");
    }

    static PutLifecycleHookRequest.Builder terminationHook(String name) {
        return PutLifecycleHookRequest.builder()
                .autoScalingGroupName(NAME)
                .lifecycleHookName(name)
                .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                .roleARN("arn:aws:iam::111122223333:role/hook")
                .notificationTargetARN(QUEUE);
    }

    Fleet launchHook(String name) {
        autoScaling.putLifecycleHook(terminationHook(name)
                .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                .build());
        return this;
    }

    /** Sets the desired capacity and waits until the instance that goes is held by its hooks, and they have told. */
    Fleet scaleTo(int desired) {
        autoScaling.setDesiredCapacity(NAME, desired);
        return pass(Duration.ofSeconds(5));
    }

    void complete(String hook, String token, String result) {
        calls.send(completing(hook, result).lifecycleActionToken(token).build());
    }

    static CompleteLifecycleActionRequest.Builder completing(String hook, String result) {
        return CompleteLifecycleActionRequest.builder()
                .autoScalingGroupName(NAME)
                .lifecycleHookName(hook)
                .lifecycleActionResult(result);
    }

    /** The lifecycle messages in the queue, test notifications left out. */
    List<Map<String, Object>> lifecycleMessages() {
        return messages.stream()
                .filter(m -> m.containsKey("LifecycleActionToken"))
                .toList();
    }

    List<Map<String, Object>> allMessages() {
        return List.copyOf(messages);
    }

    /** The token of the latest message of this hook. */
    String token(String hook) {
        return lifecycleMessages().stream()
                .filter(m -> hook.equals(m.get("LifecycleHookName")))
                .map(m -> Objects.requireNonNull(m.get("LifecycleActionToken")).toString())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    List<Instance> instances() {
        return autoScaling.instances(NAME);
    }

    List<String> idsIn(String state) {
        return instances().stream()
                .filter(i -> i.lifecycleStateAsString().equals(state))
                .map(Instance::instanceId)
                .toList();
    }

    /** All states that an instance was in, in order. */
    List<String> statesOf(String id) {
        return events.stream()
                .filter(WorldEvent.LifecycleState.class::isInstance)
                .map(WorldEvent.LifecycleState.class::cast)
                .filter(s -> s.instanceId().equals(id))
                .map(WorldEvent.LifecycleState::state)
                .toList();
    }

    /** What happened to the actions of a hook. */
    List<String> stepsOf(String hook) {
        return events.stream()
                .filter(WorldEvent.LifecycleAction.class::isInstance)
                .map(WorldEvent.LifecycleAction.class::cast)
                .filter(a -> a.hook().equals(hook))
                .map(a -> a.step() + a.result().map(r -> " " + r).orElse(""))
                .toList();
    }

    /** A fleet of one instance where AWS's silence is filled so. */
    static Fleet behaving(BothGiven bothGiven, PastGlobalTimeout pastGlobalTimeout) {
        Fleet fleet = new Fleet(new AutoScalingBehaviour(ScaleIn.Policy.OLDEST, bothGiven, pastGlobalTimeout));
        fleet.autoScaling.create(GroupSpec.of(NAME, 1));
        return fleet.pass(Duration.ofMinutes(2));
    }

    static RecordLifecycleActionHeartbeatRequest heartbeat(String hook, String token) {
        return RecordLifecycleActionHeartbeatRequest.builder()
                .autoScalingGroupName(NAME)
                .lifecycleHookName(hook)
                .lifecycleActionToken(token)
                .build();
    }
}
