package dev.drainpipe.proof.campaign;

import dev.drainpipe.proof.Proof;
import dev.drainpipe.proof.campaign.Score.Breakdown;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs many seeds, on several threads; each run is independent of the others. */
public final class Campaign {
    private final Proof proof;
    private final Seeds seeds;
    private final Score score = new Score();

    public Campaign(Proof proof, Seeds seeds) {
        this.proof = proof;
        this.seeds = seeds;
    }

    /** What it has come to so far. */
    public Score score() {
        return score;
    }

    /**
     * Starts the runs.
     *
     * @return counted down to zero when all are done
     */
    public CountDownLatch start(int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "proof");
            thread.setDaemon(true);
            return thread;
        });
        CountDownLatch atWork = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            workers.execute(() -> {
                work();
                atWork.countDown();
            });
        }
        workers.shutdown();
        return atWork;
    }

    private void work() {
        for (OptionalLong seed = seeds.take(); seed.isPresent(); seed = seeds.take()) {
            run(seed.getAsLong());
        }
    }

    private void run(long seed) {
        try {
            score.add(proof.run(seed));
        } catch (RuntimeException broken) {
            score.add(new Breakdown(seed, root(broken).toString()));
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
