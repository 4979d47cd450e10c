package dev.drainpipe.simulator.http;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A steady account behind an HTTP face, its clock running, for clients of other processes.
 *
 * <p>The group {@code workers} has four instances in the cluster {@code fleet}. The service {@code web} has three tasks
 * behind the Classic load balancer {@code web-lb}, and {@code api} has two behind the target group {@code api-tg}.
 * There is a queue {@code lifecycle}, which nobody reads yet.
 */
final class ClientAccount implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WEB_PORT = 8080;
    private static final int API_PORT = 9000;

    /** Short, so that a client that waits for it does not wait long. */
    private static final Duration DRAINING = Duration.ofSeconds(20);

    /** More than everything takes to boot, start and become healthy. */
    private static final Duration UNTIL_STEADY = Duration.ofMinutes(10);

    /** What passes at each tick: about twenty times real time, and less on a busy machine, where clients are slow too. */
    private static final Duration STEP = Duration.ofMillis(400);

    private static final int TICK_MILLIS = 20;

    private final SimulatedAws aws = new SimulatedAws(AwsSettings.of(START, 1));
    private final HttpFace face = aws.face(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Void> clock;

    ClientAccount() {
        aws.sqs().create("lifecycle", Map.of());
        aws.ecs().createCluster("fleet");
        aws.classicElb().create(ClassicSpec.of("web-lb", WEB_PORT).draining(DRAINING));
        String api = aws.elbV2().create(TargetGroupSpec.of("api-tg", API_PORT).delay(DRAINING));
        aws.autoScaling().create(GroupSpec.of("workers", 4).cluster("fleet", 4));
        aws.ecs()
                .createService(ServiceSpec.replica("fleet", TaskSpec.of("web").withStaticPort(WEB_PORT), 3)
                        .withLoadBalancers("web-lb"));
        aws.ecs()
                .createService(ServiceSpec.replica("fleet", TaskSpec.of("api").withDynamicPort(API_PORT), 2)
                        .withLoadBalancers(api));
        aws.world().run(UNTIL_STEADY);
        face.start();
        clock = CompletableFuture.runAsync(this::letTimePass, thread);
    }

    private void letTimePass() {
        try {
            while (!closing.await(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                aws.world().run(STEP);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the clock", e);
        }
    }

    URI address() {
        return face.address();
    }

    /** Stops the clock and the face; fails if the clock broke on the way. */
    @Override
    public void close() {
        closing.countDown();
        try {
            clock.join();
        } finally {
            thread.shutdown();
            face.close();
            aws.close();
        }
    }
}
