package dev.drainpipe.cli.local;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.live.Scene;
import dev.drainpipe.cli.live.Show;
import dev.drainpipe.cli.report.Elapsed;
import dev.drainpipe.cli.report.FleetState;
import dev.drainpipe.cli.report.InstanceState;
import dev.drainpipe.cli.report.RunRecorder;
import dev.drainpipe.cli.report.ServiceState;
import dev.drainpipe.cli.report.Stage;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** An account under watch: everything that happens is recorded, and from the moment it is steady also shown. */
final class Session implements AutoCloseable {
    /** Ten times what 500 instances need to boot; then something is wrong with the account, not slow. */
    private static final Duration LONGEST_PREPARATION = Duration.ofHours(1);

    /** Traffic before anything happens, to compare with; every schedule has fired once in it. */
    private static final Duration WARM_UP = Duration.ofMinutes(1);

    private final LocalOptions options;
    private final Show show;
    private final Machine machine;
    private final RunRecorder recorder;
    private final EventLog log = new EventLog();
    private final SimulatedAccount account;
    private boolean shown;
    private String phase = "";
    private Instant phaseBegan = Instant.EPOCH;

    Session(LocalOptions options, SimulatedAccount.Factory accounts, Show show, Machine machine) {
        this.options = options;
        this.show = show;
        this.machine = machine;
        this.recorder = new RunRecorder(options.setup(), Names.SERVICE);
        this.account = accounts.open(options, this::hear);
    }

    private void hear(WorldEvent event) {
        recorder.accept(event);
        if (shown) {
            log.accept(event);
            show.event(event);
        }
    }

    SimulatedAccount account() {
        return account;
    }

    RunRecorder recorder() {
        return recorder;
    }

    EventLog log() {
        return log;
    }

    Instant now() {
        return account.world().now();
    }

    /**
     * Runs until all instances serve and all tasks are healthy, then sends traffic for a while; shows all that follows.
     *
     * @return when the traffic began
     */
    Instant prepare() {
        boolean steady = runUntil(this::steady, new Limit(Speed.MAX, LONGEST_PREPARATION));
        if (!steady) {
            throw new IllegalStateException("The simulated account did not become steady within " + LONGEST_PREPARATION
                    + ": " + recorder.fleet().service());
        }
        recorder.countFunctionsFromHere();
        account.startTraffic();
        Instant began = now();
        runUntil(() -> false, new Limit(Speed.MAX, WARM_UP));
        shown = true;
        return began;
    }

    private boolean steady() {
        FleetState fleet = recorder.fleet();
        long serving = fleet.instances().stream()
                .filter(i -> i.stage() == Stage.IN_SERVICE && i.carriesTasks())
                .count();
        ServiceState wanted = new ServiceState(options.tasks(), options.tasks(), options.tasks());
        return serving == options.instances() && fleet.service().equals(wanted);
    }

    /** Says what has just happened; the live view counts the time from here on. */
    void phase(String words) {
        phase = words;
        phaseBegan = now();
    }

    /** How fast to run, and how much virtual time at most. */
    record Limit(Speed speed, Duration most) {}

    /** Runs until something is so; false if it was not within the limit. */
    boolean runUntil(BooleanSupplier done, Limit limit) {
        Pace pace = new Pace(account.world(), limit.speed(), machine);
        Instant end = now().plus(limit.most());
        while (!done.getAsBoolean()) {
            if (!now().isBefore(end)) {
                return false;
            }
            pace.step();
            if (shown) {
                account.world().exclusively(this::tick);
            }
        }
        return true;
    }

    private boolean tick() {
        Scene.Requests requests = new Scene.Requests(account.requestsInFlight(), recorder.served(), recorder.dropped());
        String since = Elapsed.minutes(Duration.between(phaseBegan, now())) + " after " + phase;
        show.tick(new Scene(options.words(), now(), since, recorder.fleet(), requests));
        return true;
    }

    /** How many instances are gone. */
    long gone() {
        return recorder.fleet().instances().stream()
                .map(InstanceState::stage)
                .filter(stage -> stage == Stage.GONE)
                .count();
    }

    @Override
    public void close() {
        show.close();
        account.close();
    }
}
