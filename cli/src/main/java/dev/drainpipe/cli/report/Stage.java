package dev.drainpipe.cli.report;

/** Where an instance stands on its way out, as the simulated account really is and not as a Lambda believes. */
public enum Stage {
    STARTING('+', "starting", "launched, not yet in service"),
    IN_SERVICE('.', "in service", "serves, and may get new tasks"),
    CALLED('c', "called", "Terminating: Auto Scaling takes it out of the group's load balancers"),
    UNNOTICED('u', "unnoticed", "Terminating:Wait, not yet DRAINING: ECS may still place a task on it"),
    TRAFFIC_LEFT('L', "traffic left", "DRAINING, and a load balancer still holds or drains it"),
    TASKS_LEFT('t', "tasks left", "DRAINING, out of every load balancer, a task is not STOPPED"),
    SAFE('s', "safe", "nothing blocks it; the terminator has not let it go yet"),
    LEAVING('x', "let go", "let go; EC2 shuts it down"),
    GONE(' ', "gone", "terminated");

    private final char glyph;
    private final String words;
    private final String meaning;

    Stage(char glyph, String words, String meaning) {
        this.glyph = glyph;
        this.words = words;
        this.meaning = meaning;
    }

    /** One ASCII character for it in a bar of text. */
    public char glyph() {
        return glyph;
    }

    /** The stage in one or two words, for a legend or a column. */
    public String words() {
        return words;
    }

    /** The stage in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether an instance in this stage is on its way out and still there. */
    public boolean leaving() {
        return compareTo(CALLED) >= 0 && this != GONE;
    }
}
