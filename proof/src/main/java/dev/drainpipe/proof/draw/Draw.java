package dev.drainpipe.proof.draw;

import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.util.List;

/** Draws the plan of a run from its seed; the same seed always gives the same plan. */
public final class Draw {
    private static final int WITHOUT_TROUBLES_PERCENT = 12;

    private Draw() {}

    /** The plan of this seed. */
    public static Plan plan(long seed) {
        // Neighbouring seeds must not give alike dice.
        Dice dice = new Dice(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
        Duration length = dice.of("length").between(Duration.ofMinutes(4), Duration.ofMinutes(11));
        Site site = new DrawnSite(new Chance(dice.of("site"))).draw();
        Options options = options(new Chance(dice.of("options")));
        List<Work> works = new DrawnWorks(new Chance(dice.of("works")), site, length).draw();
        Chance chance = new Chance(dice.of("troubles"));
        boolean peaceful = chance.percent(WITHOUT_TROUBLES_PERCENT);
        List<Trouble> troubles = peaceful ? List.of() : new DrawnTroubles(chance, site, works, length).draw();
        return new Plan(seed, site, options, works, troubles, length);
    }

    private static Options options(Chance chance) {
        return new Options(
                timeout(chance),
                onDeadline(chance),
                standaloneTasks(chance),
                chance.oneOf("HOOK", "SPOT", "SPOT", "ALL", "ALL"),
                chance.oneOf(15, 15, 15, 5, 30, 0),
                chance.percent(3),
                chance.percent(10),
                chance.percent(60));
    }

    static Duration timeout(Chance chance) {
        return Duration.ofSeconds(chance.oneOf(60, 120, 300, 300, 600, 600, 900, 1800, 3600));
    }

    static String onDeadline(Chance chance) {
        return chance.oneOf("CONTINUE", "CONTINUE", "CONTINUE", "ABANDON", "KEEP");
    }

    static String standaloneTasks(Chance chance) {
        return chance.oneOf("wait", "wait", "ignore", "stop-after-60", "stop-after-300");
    }
}
