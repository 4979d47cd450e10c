package dev.drainpipe.benchmarks.cold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The samples of one subject at one memory size, one for each round. */
record Measured(Subject subject, int memoryMb, List<Sample> samples) {
    Measured(Subject subject, int memoryMb) {
        this(subject, memoryMb, new ArrayList<>());
    }

    /** A figure of all rounds. */
    Spread of(ToDoubleFunction<Sample> figure) {
        return Spread.of(samples.stream().mapToDouble(figure).boxed().toList());
    }

    /** A figure as a multiple of the same round's figure of another. */
    Spread ratio(Measured other, ToDoubleFunction<Sample> figure, ToDoubleFunction<Sample> othersFigure) {
        return Spread.of(IntStream.range(0, samples.size())
                .mapToObj(i -> figure.applyAsDouble(samples.get(i)) / othersFigure.applyAsDouble(other.samples.get(i)))
                .toList());
    }
}
