package dev.drainpipe.cli.timeline;

/**
 * How tall a row of the Gantt chart is: tall for a few instances, thin for a hundred.
 *
 * @param pitch from one row to the next
 * @param bar the height of the stage bar
 * @param strip the height of the task strip at its foot
 * @param labelled whether durations are written into the bars
 */
record RowHeight(double pitch, double bar, double strip, boolean labelled) {
    private static final int FEW = 24;
    private static final int SOME = 50;

    static RowHeight of(int instances) {
        if (instances <= FEW) {
            return new RowHeight(28, 22, 4, true);
        }
        return instances <= SOME ? new RowHeight(17, 14, 3, true) : new RowHeight(11, 9, 2, false);
    }

    /** Where text stands within the row. */
    double baseline() {
        return labelled ? bar / 2 + 3 : bar - 1;
    }

    /** The class of the row's text size. */
    String cssClass() {
        return labelled ? "tall" : "thin";
    }
}
