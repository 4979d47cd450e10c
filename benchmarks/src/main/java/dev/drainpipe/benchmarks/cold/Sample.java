package dev.drainpipe.benchmarks.cold;

import java.util.List;

/**
 * One start of one program.
 *
 * @param initMs from the start of the process until it asks for its first event; nothing for one that is restored
 * @param invocationMs from then on until its first answer has come
 * @param cpuSeconds what it has used until then, all of its start included
 * @param peakMb the most memory that it has had until then
 * @param calls what it asked AWS in its first invocation
 */
public record Sample(double initMs, double invocationMs, double cpuSeconds, double peakMb, List<String> calls) {
    public Sample {
        calls = List.copyOf(calls);
    }

    /** From the start, or the restore, to the first answer. */
    double totalMs() {
        return initMs + invocationMs;
    }
}
