package dev.drainpipe.simulator.autoscaling;

import java.util.List;

/** How a lifecycle action ends. */
enum ActionResult {
    CONTINUE,
    ABANDON;

    static final List<String> WORDS = List.of("CONTINUE", "ABANDON");
}
