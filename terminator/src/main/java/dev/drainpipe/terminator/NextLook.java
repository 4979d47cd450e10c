package dev.drainpipe.terminator;

import java.time.Duration;
import java.time.Instant;

/**
 * When is the next look at this instance worth its calls?
 *
 * <p><em>At once if it was never seen, or if all that it waited for is said to have happened; else after a while: a short
 * one, unless it waits for tasks of which ECS says when they stop.</em> News may be lost, so a long while without any is
 * bounded, too; and whatever is due at a time, such as a heartbeat or the deadline, is looked at then. When many leave and
 * something happens to one of them, all are looked at, every short while: their news may have gone to another process.
 */
public final class NextLook {
    /** ECS's events are delivered at least once (Amazon EventBridge User Guide), so this is for what nobody foresees. */
    public static final Duration LONGEST_WITHOUT_NEWS = Duration.ofMinutes(10);

    /**
     * When some tasks have stopped and others keep silent for so long, the rest may be daemons, which hold nothing; and when
     * nothing happens to any of many drains for so long, nothing is expected soon.
     */
    public static final Duration QUIET = Duration.ofMinutes(1);

    private NextLook() {}

    /** The moment; in the past if it is overdue. */
    public static Instant at(Outlook outlook, Duration recheck) {
        Instant last = outlook.lastLook();
        boolean unseen = last.equals(Instant.MIN);
        boolean news = outlook.lastNews().isAfter(last);
        if (!outlook.newsTells()) {
            return unseen ? Instant.MIN : last.plus(recheck);
        }
        if (outlook.remaining() <= outlook.daemons() && (unseen || news)) {
            return Instant.MIN;
        }
        Instant next = (unseen ? outlook.firstSeen() : last).plus(LONGEST_WITHOUT_NEWS);
        if (news) {
            next = earlier(next, outlook.lastNews().plus(QUIET));
        }
        if (outlook.stir().isAfter(Instant.MIN) && outlook.stir().plus(QUIET).isAfter(last)) {
            next = earlier(next, unseen ? outlook.stir() : last.plus(recheck));
        }
        next = earlier(next, outlook.due());
        return unseen ? next : later(next, last.plus(recheck));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
