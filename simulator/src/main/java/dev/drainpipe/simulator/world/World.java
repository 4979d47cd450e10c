package dev.drainpipe.simulator.world;

import dev.drainpipe.simulator.time.Processes;
import dev.drainpipe.simulator.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What every simulated service is given: the clock, chance, the account, the instances, and the record of events. */
public final class World implements AutoCloseable {
    private final Timeline timeline;
    private final Processes processes;
    private final Dice dice;
    private final Account account;
    private final Ec2 ec2 = new Ec2();
    private final List<Consumer<WorldEvent>> listeners = new ArrayList<>();
    private final ReentrantLock oneAtATime = new ReentrantLock(true);

    public World(Instant start, long seed, Account account) {
        this.timeline = new Timeline(start);
        this.processes = new Processes(timeline);
        this.dice = new Dice(seed);
        this.account = account;
    }

    public Timeline timeline() {
        return timeline;
    }

    public Processes processes() {
        return processes;
    }

    public Dice dice() {
        return dice;
    }

    public Account account() {
        return account;
    }

    public Ec2 ec2() {
        return ec2;
    }

    /** The virtual moment. */
    public Instant now() {
        return timeline.instant();
    }

    /** Tells everyone who listens what happened. */
    public void tell(WorldEvent event) {
        listeners.forEach(l -> l.accept(event));
    }

    /** Adds a listener; it hears every later event, in order. */
    public void listen(Consumer<WorldEvent> listener) {
        listeners.add(listener);
    }

    /**
     * Runs work while nothing else touches the world. Whoever comes from outside must use it: an HTTP request, the
     * thread that drives the clock. Processes need not: they run on the driver's baton.
     */
    public <T> T exclusively(Supplier<T> work) {
        oneAtATime.lock();
        try {
            return work.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Lets this much virtual time pass, as fast as it goes. */
    public void run(Duration time) {
        exclusively(() -> {
            timeline.runUntil(timeline.instant().plus(time));
            return true;
        });
    }

    @Override
    public void close() {
        exclusively(() -> {
            processes.close();
            return true;
        });
    }
}
