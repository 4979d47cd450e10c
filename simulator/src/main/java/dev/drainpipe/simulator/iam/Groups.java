package dev.drainpipe.simulator.iam;

import java.util.Optional;

/** Who knows the Auto Scaling groups and whom they hold. */
public interface Groups {
    /** The group of this name. */
    Optional<TaggedGroup> named(String name);

    /** The group that this instance belongs to. */
    Optional<TaggedGroup> holding(String instanceId);
}
