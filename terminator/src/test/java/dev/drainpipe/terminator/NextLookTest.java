package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All moments are seconds after the drain was first asked for; the recheck is ten seconds. */
class NextLookTest {
    private static final Instant ASKED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration RECHECK = Duration.ofSeconds(10);
    private static final String AT_ONCE = "at once";

    @ParameterizedTest
    @CsvSource({", at once", "0, 10", "100, 110"})
    void whoIsNotToldLooksAtOnceAndThenEveryShortWhile(String lastLook, String next) {
        Outlook outlook = new Outlook(
                ASKED, moment(lastLook), false, 0, 3, ASKED.plusSeconds(200), ASKED.plusSeconds(200), Instant.MIN);

        assertThat(words(NextLook.at(outlook, RECHECK))).isEqualTo(next);
    }

    /** Eight tasks were counted, or those that the last look found. */
    @ParameterizedTest(name = "looked at {0}, {1} tasks remain, {2} may be daemons, last news {3}: next look {4}")
    @CsvSource({
        // Nobody has looked: all is as it was when the instance was set to DRAINING.
        ",   8, 0, ,    600",
        ",   7, 0, 30,  90",
        ",   1, 0, 30,  90",
        ",   7, 0, 560, 600",
        // All are said to have stopped, or all but what may be daemons.
        ",   0, 0, 30,  at once",
        ",   1, 1, 30,  at once",
        ",   2, 1, 30,  90",
        // Only daemons were counted: nothing will be said.
        ",   1, 1, ,    at once",
        // Somebody has looked, and tasks were left.
        "20, 3, 0, ,    620",
        "20, 3, 0, 15,  620",
        "20, 3, 0, 20,  620",
        "20, 3, 0, 21,  81",
        "20, 0, 0, 21,  at once",
        "20, 1, 1, 21,  at once",
        // What may be daemons were none: looking again and again tells nothing new.
        "20, 1, 1, ,    620",
        "20, 1, 1, 20,  620",
    })
    void whoIsToldWaitsForTheNewsOfTasks(String lastLook, int remaining, int daemons, String news, String next) {
        Outlook outlook =
                new Outlook(ASKED, moment(lastLook), true, remaining, daemons, moment(news), Instant.MIN, Instant.MAX);

        assertThat(words(NextLook.at(outlook, RECHECK))).isEqualTo(next);
    }

    @ParameterizedTest(name = "looked at {0}, due at {1}: next look {2}")
    @CsvSource({
        ",   50,  50",
        ",   -5,  -5",
        ",   599, 599",
        ",   601, 600",
        "20, 50,  50",
        // Not more often than every short while, even if what is due could not be done.
        "20, 15,  30",
        "20, 29,  30",
        "20, 31,  31",
    })
    void whatIsDueIsLookedAtThen(String lastLook, long due, String next) {
        Outlook outlook =
                new Outlook(ASKED, moment(lastLook), true, 3, 0, Instant.MIN, Instant.MIN, ASKED.plusSeconds(due));

        assertThat(words(NextLook.at(outlook, RECHECK))).isEqualTo(next);
    }

    /** The outage: a hundred left together, half of the news went to another process, and theirs took minutes longer. */
    @ParameterizedTest(name = "looked at {0}, one of many stirred at {1}: next look {2}")
    @CsvSource({
        ",   100, 100",
        "20, 100, 30",
        "159, 100, 169",
        "160, 100, 760",
        "161, 100, 761",
    })
    void whenOneOfManyStirsAllAreLookedAtForAWhile(String lastLook, String stir, String next) {
        Outlook outlook = new Outlook(ASKED, moment(lastLook), true, 3, 0, Instant.MIN, moment(stir), Instant.MAX);

        assertThat(words(NextLook.at(outlook, RECHECK))).isEqualTo(next);
    }

    @Test
    void withoutAnyStirNobodyLooksForIt() {
        Outlook outlook = new Outlook(ASKED, Instant.MIN, true, 3, 0, Instant.MIN, Instant.MIN, Instant.MAX);

        assertThat(NextLook.at(outlook, RECHECK)).isEqualTo(ASKED.plus(NextLook.LONGEST_WITHOUT_NEWS));
    }

    private static Instant moment(String seconds) {
        return seconds == null ? Instant.MIN : ASKED.plusSeconds(Long.parseLong(seconds));
    }

    private static String words(Instant next) {
        return next.equals(Instant.MIN)
                ? AT_ONCE
                : String.valueOf(Duration.between(ASKED, next).toSeconds());
    }
}
