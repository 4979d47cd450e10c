package dev.drainpipe.simulator.function;

import java.time.Duration;
import java.util.OptionalInt;

/** Settings of a mapping to the function {@code f}: ten at a time, at once, without partial answers. */
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
