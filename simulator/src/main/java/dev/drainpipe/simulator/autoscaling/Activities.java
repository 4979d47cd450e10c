package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/**
 * The log of what groups did with their instances, and why.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, Activity.
 */
final class Activities {
    private final World world;
    private final Dice dice;
    private final List<ScalingActivity> all = new ArrayList<>();

    Activities(World world) {
        this.world = world;
        this.dice = world.dice().of("scaling activities");
    }

    /** Notes that something began; the cause is a sentence part such as {@code in response to a user request}. */
    ScalingActivity begin(Member member, String description, String cause) {
        ScalingActivity begun = new ScalingActivity(
                all.size(),
                Activity.builder()
                        .activityId(dice.uuid().toString())
                        .autoScalingGroupName(member.group().name())
                        .autoScalingGroupARN(member.group().arn())
                        .description(description + member.id())
                        .cause("At " + world.now().truncatedTo(ChronoUnit.SECONDS) + " the instance was chosen " + cause
                                + ".")
                        .startTime(world.now())
                        .statusCode(ScalingActivityStatusCode.IN_PROGRESS)
                        .progress(0)
                        .details("{\"Availability Zone\":\"" + member.instance().zone() + "\"}")
                        .build());
        all.add(begun);
        return begun;
    }

    /** Notes that something happened from one moment to the next. */
    Activity note(Member member, String description, String cause) {
        ScalingActivity noted = begin(member, description, cause);
        noted.end(ScalingActivityStatusCode.SUCCESSFUL, world.now());
        return noted.description();
    }

    List<ScalingActivity> all() {
        return List.copyOf(all);
    }
}
