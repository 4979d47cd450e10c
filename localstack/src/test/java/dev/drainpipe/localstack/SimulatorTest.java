package dev.drainpipe.localstack;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.http.HttpFace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;

/** The suite on our own simulator over HTTP, at the speed of real time: it passes where the others do. */
class SimulatorTest extends SqsSuite {
    private static final Duration STEP = Duration.ofMillis(20);

    private final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.now(), 1));
    private final HttpFace face = aws.face(0).start();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread clock = new Thread(this::letTimePass, "clock");

    SimulatorTest() {
        clock.setDaemon(true);
        clock.start();
    }

    private void letTimePass() {
        try {
            while (!closed.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                Duration behind = Duration.between(aws.world().now(), Instant.now());
                aws.world().run(behind.isNegative() ? Duration.ZERO : behind);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the clock", e);
        }
    }

    @Override
    URI endpoint() {
        return face.address();
    }

    @AfterAll
    void stop() throws InterruptedException {
        closed.countDown();
        clock.join();
        face.close();
        aws.close();
    }
}
