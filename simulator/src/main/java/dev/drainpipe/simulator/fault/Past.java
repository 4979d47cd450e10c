package dev.drainpipe.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import software.amazon.awssdk.core.SdkPojo;

/** What the true answers to one question were, as far as they still matter. */
final class Past {
    private final Duration longest;
    private final Deque<Truth> truths = new ArrayDeque<>();

    /** An answer, and the first and the last moment at which it was seen to be true. */
    private record Truth(SdkPojo answer, Instant from, Instant until) {}

    Past(Duration longest) {
        this.longest = longest;
    }

    /** Notes what is true now. */
    void note(SdkPojo answer, Instant now) {
        Truth last = truths.peekLast();
        if (last != null && last.answer().equals(answer)) {
            truths.removeLast();
            truths.add(new Truth(answer, last.from(), now));
        } else {
            truths.add(new Truth(answer, now, now));
        }
        forget(now);
    }

    /** Notes that until now nothing has changed since the last look. */
    void unchangedUntil(Instant now) {
        Truth last = truths.pollLast();
        if (last != null) {
            truths.add(new Truth(last.answer(), last.from(), now));
        }
    }

    /** What was true then, or at the first moment after it of which something is known. */
    SdkPojo asOf(Instant then) {
        Truth found = truths.getFirst();
        for (Truth truth : truths) {
            if (!truth.from().isAfter(then)) {
                found = truth;
            }
        }
        return found.answer();
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(longest);
        while (truths.size() > 1 && truths.getFirst().until().isBefore(oldest)) {
            truths.removeFirst();
        }
    }
}
