package dev.drainpipe.cli.timeline;

/** A line that goes in steps from left to right. */
final class StepPath {
    private final StringBuilder commands = new StringBuilder();
    private double left;

    /** Goes on at this height from one x to another. */
    void step(double from, double to, double y) {
        if (commands.isEmpty()) {
            left = from;
            commands.append("M").append(Svg.n(from)).append(' ').append(Svg.n(y));
        } else {
            commands.append("V").append(Svg.n(y));
        }
        commands.append("H").append(Svg.n(to));
    }

    String line() {
        return commands.toString();
    }

    /** The area between the line and a floor; empty if there is no line. */
    String areaDownTo(double floor) {
        return commands.isEmpty() ? "" : commands + "V" + Svg.n(floor) + "H" + Svg.n(left) + "Z";
    }
}
