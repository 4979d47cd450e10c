package dev.drainpipe.terminator;

import java.time.Instant;

/**
 * What one drain waits for, as far as this process knows.
 *
 * @param firstSeen when it was first asked for
 * @param lastLook when it was last looked at; {@link Instant#MIN} if never
 * @param newsTells whether it waits for nothing but tasks, and ECS says when each stops
 * @param remaining how many of them are not said to have stopped
 * @param daemons how many of those may be daemons, which hold nothing
 * @param lastNews when something was last said; {@link Instant#MIN} if never
 * @param stir when something last happened to any of many drains; {@link Instant#MIN} if it did not, or they are few
 * @param due the next moment at which something must be done whatever is said; {@link Instant#MAX} if there is none
 */
public record Outlook(
        Instant firstSeen,
        Instant lastLook,
        boolean newsTells,
        int remaining,
        int daemons,
        Instant lastNews,
        Instant stir,
        Instant due) {}
