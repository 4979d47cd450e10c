package dev.drainpipe.cli.simulate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a simulation is to do, all values accepted.
 *
 * @param seeds how many seeds at most
 * @param from the first one
 * @param time after which no further run is begun
 * @param threads how many runs go on side by side
 * @param seed the one seed to play instead
 * @param log whether that one's whole log is written
 * @param json whether to write the report for programs
 * @param commit of the sources, as far as the script knows it
 */
public record SimulateOptions(
        long seeds,
        long from,
        Optional<Duration> time,
        int threads,
        OptionalLong seed,
        boolean log,
        boolean json,
        String commit) {}
