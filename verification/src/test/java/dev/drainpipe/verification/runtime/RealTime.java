package dev.drainpipe.verification.runtime;

import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Drives a world's clock with the real one, so that real processes can take part. */
final class RealTime implements AutoCloseable {
    private static final Duration STEP = Duration.ofMillis(10);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    RealTime(World world) {
        Thread driver = new Thread(() -> drive(world), "real-time");
        driver.setDaemon(true);
        driver.start();
    }

    private void drive(World world) {
        try {
            while (!closed.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration behind = Duration.between(world.now(), Instant.now());
                if (!behind.isNegative()) {
                    world.run(behind);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }

    /** Waits until something is so; false if it is not within this time. */
    boolean await(Duration atMost, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            RuntimeException broken = failure.get();
            if (broken != null) {
                throw new IllegalStateException("The simulated account failed.", broken);
            }
            if (Instant.now().isAfter(end)) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
