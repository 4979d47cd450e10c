package dev.drainpipe.fleet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an instance is to leave, or, of one kind, to enter. */
public enum Reason {
    /** Its group holds it back on a termination hook, and waits for us. */
    HOOK,
    /** Its group holds it back on a launch hook, until it is ready to serve. */
    LAUNCH,
    /** EC2 takes a Spot instance back, as a rule two minutes after its notice. */
    SPOT_INTERRUPTION,
    /** EC2 thinks that a Spot instance will be interrupted sooner than others. */
    REBALANCE,
    /** EC2 has scheduled its retirement, stop, reboot or maintenance (AWS Health). */
    SCHEDULED_CHANGE,
    /** It is being stopped or terminated already, by whomever. */
    STATE_CHANGE;

    /** The word that messages and logs have for it, such as {@code spot-interruption}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason of this word. */
    public static Optional<Reason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }

    /** All words, for people who used none of them. */
    public static String words() {
        return Arrays.stream(values()).map(Reason::word).collect(Collectors.joining(", "));
    }

    /** Whether a group waits on a lifecycle action that somebody must complete. */
    public boolean awaited() {
        return this == HOOK || this == LAUNCH;
    }
}
