package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Measures subjects in rounds, each round in another order, so that what disturbs the machine disturbs all alike. */
final class Contest {
    private final Site site;
    private final PrintStream progress;
    private final Random order = new Random(1);

    Contest(Site site, PrintStream progress) {
        this.site = site;
        this.progress = progress;
    }

    /** One sample of each subject at each memory size, for each round. */
    List<Measured> run(List<Subject> subjects, List<Integer> memories, int rounds)
            throws IOException, InterruptedException {
        List<Measured> all = new ArrayList<>();
        memories.forEach(memory -> subjects.forEach(subject -> all.add(new Measured(subject, memory))));
        for (int round = 1; round <= rounds; round++) {
            progress.println("round %d of %d, %d starts".formatted(round, rounds, all.size()));
            List<Measured> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, order);
            for (Measured measured : shuffled) {
                measured.samples().add(sample(measured.subject(), measured.memoryMb()));
            }
        }
        return all;
    }

    /** One start at full speed, not counted. */
    Sample sample(Subject subject, int memoryMb) throws IOException, InterruptedException {
        try (Start start = new Start(subject, site, memoryMb)) {
            return start.first(memoryMb);
        }
    }
}
