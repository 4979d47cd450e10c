package dev.drainpipe.simulator.event;

import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What EC2 and AWS Health announce on the event bus: Spot interruptions, rebalance recommendations, scheduled changes and
 * changes of state (Amazon EC2 User Guide, "Spot Instance interruption notices", "EC2 instance rebalance
 * recommendations", "State change events for your instances"; AWS Health User Guide, "EventBridge event schema").
 *
 * <p>Differs from AWS: every instance can be interrupted, whatever it was bought as; all events arrive.
 */
public final class Announcements {
    /** The same guide: the notice comes two minutes before the end. */
    private static final Duration SPOT_NOTICE = Duration.ofMinutes(2);

    private final World world;
    private final Publisher publisher;
    private final Consumer<String> interrupted;

    /**
     * Announces every start and end of an instance from now on.
     *
     * @param interrupted told the id of an instance that got a Spot notice, as its group is
     */
    public Announcements(World world, EventBus bus, Consumer<String> interrupted) {
        this.world = world;
        this.publisher = new Publisher(world, bus, "event ids");
        this.interrupted = interrupted;
        world.ec2().observe(new Ec2.Observer() {
            @Override
            public void running(Ec2Instance instance) {
                state(instance.id(), "running");
            }

            @Override
            public void terminated(Ec2Instance instance) {
                state(instance.id(), "shutting-down");
                state(instance.id(), "terminated");
            }
        });
    }

    /** Takes a Spot instance back: the notice now, the end of the instance two minutes later, whatever it does. */
    public void interrupt(String instanceId) {
        publish(
                "EC2 Spot Instance Interruption Warning",
                instanceId,
                Map.of("instance-id", instanceId, "instance-action", "terminate"));
        interrupted.accept(instanceId);
        world.timeline().after(SPOT_NOTICE, () -> world.ec2().terminate(instanceId));
    }

    /** Says that an instance is more likely to be interrupted than others. */
    public void recommendRebalance(String instanceId) {
        publish("EC2 Instance Rebalance Recommendation", instanceId, Map.of("instance-id", instanceId));
    }

    /** Says that instances will be retired at a moment; nothing happens to them then. */
    public void scheduleRetirement(List<String> instanceIds, Instant start) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("service", "EC2");
        detail.put("eventTypeCode", "AWS_EC2_INSTANCE_RETIREMENT_SCHEDULED");
        detail.put("eventTypeCategory", "scheduledChange");
        detail.put("startTime", DateTimeFormatter.RFC_1123_DATE_TIME.format(start.atOffset(ZoneOffset.UTC)));
        detail.put(
                "affectedEntities",
                instanceIds.stream().map(id -> Map.of("entityValue", id)).toList());
        publisher.publish("aws.health", "AWS Health Event", instanceIds, () -> detail);
    }

    private void state(String instanceId, String state) {
        publish(
                "EC2 Instance State-change Notification",
                instanceId,
                Map.of("instance-id", instanceId, "state", state));
    }

    private void publish(String detailType, String instanceId, Map<String, ?> detail) {
        List<String> resources = List.of(world.account().arn("ec2", "instance/" + instanceId));
        publisher.publish("aws.ec2", detailType, resources, () -> detail);
    }
}
