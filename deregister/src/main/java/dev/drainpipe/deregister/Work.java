package dev.drainpipe.deregister;

import dev.drainpipe.deregister.WayOut.Way;
import dev.drainpipe.fleet.DrainRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * One instance on its way out: what is asked, and what is undone.
 *
 * @param departure what is asked
 * @param plan what is undone; nothing if it is only handed over
 */
record Work(Departure departure, DrainPlan plan) {
    DrainRequest request() {
        return departure.request();
    }

    Way way() {
        return departure.wayOut().way();
    }

    /** The container instance's ARN; empty if ECS does not have it. */
    String arn() {
        return departure.ecs().arn();
    }

    /** Whether the terminator is told. */
    boolean handedOver() {
        return way() != Way.DRAIN_ONLY;
    }

    /** The steps in order. */
    String inWords() {
        List<String> steps = new ArrayList<>(plan.inWords());
        switch (way()) {
            case DRAIN_AND_HAND_OVER, HAND_OVER_ONLY -> steps.add("hand over");
            case HAND_TO_ITS_GROUP -> steps.add("have its group replace it");
            case DRAIN_ONLY, LEAVE_ALONE, ASK_AGAIN, LOOK_AT_ECS, LOOK_AT_ITS_GROUP, LOOK_AT_ITS_TAGS -> {}
        }
        return steps.isEmpty() ? "nothing is left to do" : String.join(", ", steps);
    }
}
