package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Options;
import java.time.Duration;

/** Under what the functions run at this moment. */
final class Conditions {
    private Options options;
    private Duration skew = Duration.ZERO;

    Conditions(Options options) {
        this.options = options;
    }

    Options options() {
        return options;
    }

    void deploy(Options others) {
        options = others;
    }

    Duration skew() {
        return skew;
    }

    void skew(Duration wrong) {
        skew = wrong;
    }
}
