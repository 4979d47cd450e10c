package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.util.OptionalInt;

/** The settings of a mapping of function {@code f}, changed one by one. */
final class MappingBuilder {
    private int batchSize = 10;
    private Duration window = Duration.ZERO;
    private OptionalInt atOnce = OptionalInt.empty();
    private boolean reporting;

    MappingBuilder batchSize(int size) {
        batchSize = size;
        return this;
    }

    MappingBuilder window(Duration time) {
        window = time;
        return this;
    }

    MappingBuilder atOnce(int most) {
        atOnce = OptionalInt.of(most);
        return this;
    }

    MappingBuilder reporting() {
        reporting = true;
        return this;
    }

    MappingSettings build() {
        return new MappingSettings("f", batchSize, window, atOnce, reporting);
    }
}
