package dev.drainpipe.benchmarks;

import java.io.IOException;

/** One question about cost, and how it is answered by measuring. */
public interface Benchmark {
    /** The word that runs it: {@code drainpipe bench NAME}; also the name of its files. */
    String name();

    /** What it answers, as a sentence. */
    String question();

    /** Measures. */
    Result run(Effort effort) throws IOException, InterruptedException;
}
