package dev.drainpipe.proof.draw;

import java.time.Duration;

/** Something that is asked of the account while a run goes on. */
public sealed interface Work {
    /** When, from the beginning of the run. */
    Duration at();

    /** Somebody puts on a queue what nobody can read, at about the time of another work. */
    record Rubbish(Duration at, String queue) implements Work {}

    /** The group gives up so many instances. */
    record ScaleIn(Duration at, String group, int number) implements Work {}

    /** The group gets so many instances more. */
    record ScaleOut(Duration at, String group, int number) implements Work {}

    /** The group gives up this one of its instances in service. */
    record Terminate(Duration at, String group, int place, boolean forGood) implements Work {}

    /** EC2 takes this one back in two minutes. */
    record SpotReclaim(Duration at, String group, int place) implements Work {}

    /** EC2 says that this one is likely to be taken back. */
    record Rebalance(Duration at, String group, int place) implements Work {}

    /** AWS Health says that this one will be retired. */
    record Retirement(Duration at, String group, int place, Duration in) implements Work {}
}
