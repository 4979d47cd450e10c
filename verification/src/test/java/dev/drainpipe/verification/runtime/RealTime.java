package dev.drainpipe.verification.runtime;

import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Drives a world's clock with the real one, so that real processes can take part. */
final class RealTime implements AutoCloseable {
    private final ScheduledExecutorService driver = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "real-time");
        thread.setDaemon(true);
        return thread;
    });

    RealTime(World world) {
        driver.scheduleWithFixedDelay(() -> catchUp(world), 0, 10, TimeUnit.MILLISECONDS);
    }

    private static void catchUp(World world) {
        Duration behind = Duration.between(world.now(), Instant.now());
        if (!behind.isNegative()) {
            world.run(behind);
        }
    }

    @Override
    public void close() {
        driver.shutdownNow();
    }
}
