package dev.drainpipe.simulator.autoscaling;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Auto Scaling says to the targets of hooks and to EventBridge, and how (EC2 Auto Scaling User Guide, 'Prepare to
 * add a lifecycle hook to your Auto Scaling group' and 'Amazon EC2 Auto Scaling event reference').
 */
final class Messages {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final World world;
    private final Notifications notifications;
    private final List<LifecycleEvents> listeners = new ArrayList<>();
    private final Dice dice;

    Messages(World world, Notifications notifications) {
        this.world = world;
        this.notifications = notifications;
        this.dice = world.dice().of("lifecycle messages");
    }

    void events(LifecycleEvents listener) {
        listeners.add(listener);
    }

    /** A lifecycle action token: a UUID of 36 characters. */
    String newToken() {
        return dice.uuid().toString();
    }

    /** Tells the hook's target, if it has one, and EventBridge that an instance waits. */
    void sendAction(Member member, LifecycleAction action, Move move) {
        action.hook().channel().target().ifPresent(target -> {
            try {
                notifications.send(target, json(body(member, action, move)));
            } catch (AwsError gone) {
                // The target was deleted after the hook was put: AWS tells nobody, and the action waits for its
                // time-out.
            }
        });
        if (!listeners.isEmpty()) {
            String event = json(event(member, action, move));
            listeners.forEach(l -> l.event(event));
        }
    }

    /**
     * Tells a target that it is one now.
     *
     * @throws AwsError if the target takes nothing
     */
    void sendTest(Group group, String target) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("AccountId", world.account().id());
        body.put("RequestId", dice.uuid().toString());
        body.put("AutoScalingGroupARN", group.arn());
        body.put("AutoScalingGroupName", group.name());
        body.put("Service", "AWS Auto Scaling");
        body.put("Event", "autoscaling:TEST_NOTIFICATION");
        body.put("Time", MILLISECONDS.format(world.now()));
        notifications.send(target, json(body));
    }

    private Map<String, Object> body(Member member, LifecycleAction action, Move move) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Origin", move.origin());
        body.put("Destination", move.destination());
        body.put("AccountId", world.account().id());
        body.put("RequestId", dice.uuid().toString());
        body.put("Service", "AWS Auto Scaling");
        body.put("Time", MILLISECONDS.format(world.now()));
        body.putAll(facts(member, action));
        return body;
    }

    private Map<String, Object> event(Member member, LifecycleAction action, Move move) {
        Map<String, Object> detail = facts(member, action);
        if (member.group().settings().warmPoolConfiguration() != null) {
            detail.put("Origin", move.origin());
            detail.put("Destination", move.destination());
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", dice.uuid().toString());
        event.put("detail-type", move.transition().detailType());
        event.put("source", "aws.autoscaling");
        event.put("account", world.account().id());
        event.put("time", SECONDS.format(world.now()));
        event.put("region", world.account().region());
        event.put("resources", List.of(member.group().arn()));
        event.put("detail", detail);
        return event;
    }

    private static Map<String, Object> facts(Member member, LifecycleAction action) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("LifecycleActionToken", action.token());
        facts.put("AutoScalingGroupName", member.group().name());
        facts.put("LifecycleHookName", action.hook().name());
        facts.put("EC2InstanceId", member.id());
        facts.put("LifecycleTransition", action.hook().transition().word());
        action.hook().channel().metadata().ifPresent(m -> facts.put("NotificationMetadata", m));
        return facts;
    }

    private static String json(Map<String, Object> values) {
        try {
            return JSON.std.asString(values);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
