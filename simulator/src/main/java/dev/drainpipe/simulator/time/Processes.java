package dev.drainpipe.simulator.time;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Code that waits in virtual time, such as a Lambda invocation: many at once, but only one ever runs.
 *
 * <p>Each process has a thread of its own; a baton passes between it and the thread that drives the {@link Timeline},
 * so a run is as repeatable as if there were no threads.
 */
public final class Processes implements AutoCloseable {
    private final Timeline timeline;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "simulated-process");
        thread.setDaemon(true);
        return thread;
    });
    // Not static: each simulation has processes of its own.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable VirtualProcess> current = new ThreadLocal<>();

    private final Set<VirtualProcess> alive = new HashSet<>();

    public Processes(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Starts a process as an event of this very moment. */
    public VirtualProcess start(Runnable body) {
        VirtualProcess process = new VirtualProcess();
        alive.add(process);
        timeline.after(Duration.ZERO, () -> {
            threads.execute(() -> process.live(body));
            process.awaitBaton();
        });
        return process;
    }

    /** Whether the calling thread is a process, and so may {@link #sleep}. */
    public boolean inProcess() {
        return current.get() != null;
    }

    /**
     * Lets virtual time pass for the calling process.
     *
     * @throws IllegalStateException if the calling thread is not a process
     * @throws Killed if the process was killed meanwhile
     */
    public void sleep(Duration time) {
        VirtualProcess process = current.get();
        if (process == null) {
            throw new IllegalStateException("Only a simulated process can sleep in virtual time.");
        }
        process.sleep(time);
    }

    /** Kills every process that still lives and gives its thread back. */
    @Override
    public void close() {
        Set.copyOf(alive).forEach(VirtualProcess::kill);
        threads.shutdown();
    }

    /** Thrown inside a process that was killed; not to be caught by the code that runs in it. */
    @SuppressWarnings("serial")
    public static final class Killed extends Error {
        private Killed() {
            super("killed by the simulator", null, false, false);
        }
    }

    /** One piece of code that waits in virtual time. */
    public final class VirtualProcess {
        private final Semaphore mayRun = new Semaphore(0);
        private final Semaphore gaveBack = new Semaphore(0);
        private boolean killed;
        private boolean ended;
        private Timeline.@Nullable Planned waking;
        private @Nullable Throwable failure;

        /** Ends the process where it waits; without effect once it ended. */
        public void kill() {
            if (ended || killed) {
                return;
            }
            killed = true;
            if (current.get() == this) {
                throw new Killed();
            }
            if (waking != null) {
                waking.cancel();
                wake();
            }
        }

        /** Whether the code returned, threw, or was killed. */
        public boolean ended() {
            return ended;
        }

        private void live(Runnable body) {
            current.set(this);
            try {
                if (!killed) {
                    body.run();
                }
            } catch (Killed expected) {
                // The simulator asked for it; whoever killed the process knows.
            } catch (RuntimeException | Error unexpected) {
                failure = unexpected;
            } finally {
                ended = true;
                alive.remove(this);
                current.remove();
                gaveBack.release();
            }
        }

        private void sleep(Duration time) {
            waking = timeline.after(time, this::wake);
            gaveBack.release();
            mayRun.acquireUninterruptibly();
            waking = null;
            if (killed) {
                throw new Killed();
            }
        }

        private void wake() {
            mayRun.release();
            awaitBaton();
        }

        private void awaitBaton() {
            gaveBack.acquireUninterruptibly();
            if (failure != null) {
                throw new IllegalStateException("A simulated process failed.", failure);
            }
        }
    }
}
