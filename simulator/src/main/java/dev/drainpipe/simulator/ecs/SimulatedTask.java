package dev.drainpipe.simulator.ecs;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A task on a container instance, from its placement until ECS forgets it.
 *
 * <p>Facts from the Amazon ECS API reference, Task.
 */
final class SimulatedTask {
    private final String id;
    private final String arn;
    private final Launch launch;
    private final SimulatedInstance instance;
    private final OptionalInt hostPort;
    private final Map<Moment, Instant> moments = new EnumMap<>(Moment.class);
    private LastStatus lastStatus = LastStatus.PROVISIONING;
    private @Nullable StopCause cause;
    private @Nullable Instant protectedUntil;
    private long version = 1;
    private long step;

    SimulatedTask(String id, Launch launch, SimulatedInstance instance, Setting setting) {
        this.id = id;
        this.arn = instance.cluster().arnOf("task", id);
        this.launch = launch;
        this.instance = instance;
        this.hostPort = launch.spec()
                .port()
                .map(p -> OptionalInt.of(p.dynamic() ? instance.takePort() : p.hostPort()))
                .orElse(OptionalInt.empty());
        moments.put(Moment.CREATED, setting.now());
    }

    String id() {
        return id;
    }

    String arn() {
        return arn;
    }

    Launch launch() {
        return launch;
    }

    TaskSpec spec() {
        return launch.spec();
    }

    SimulatedInstance instance() {
        return instance;
    }

    String instanceId() {
        return instance.ec2().id();
    }

    Optional<SimulatedService> service() {
        return launch.service();
    }

    OptionalInt hostPort() {
        return hostPort;
    }

    LastStatus lastStatus() {
        return lastStatus;
    }

    long version() {
        return version;
    }

    void become(LastStatus status) {
        lastStatus = status;
        version++;
    }

    void mark(Moment moment, Instant now) {
        moments.put(moment, now);
    }

    Optional<Instant> at(Moment moment) {
        return Optional.ofNullable(moments.get(moment));
    }

    /** Whether its desired status is RUNNING; else it is STOPPED, for there is no third. */
    boolean wanted() {
        return cause == null;
    }

    /** Sets its desired status to STOPPED, for this reason. */
    void unwanted(StopCause why, Instant now) {
        cause = why;
        mark(Moment.STOPPING, now);
        version++;
    }

    /** Why it ends, once its desired status is STOPPED. */
    Optional<StopCause> cause() {
        return Optional.ofNullable(cause);
    }

    /** Whether it is RUNNING and is to go on, as the counters count it. */
    boolean runs() {
        return wanted() && lastStatus == LastStatus.RUNNING;
    }

    /** Whether it is to run and does not yet, as the counters count it. */
    boolean pends() {
        return wanted() && lastStatus.starting();
    }

    boolean stopped() {
        return lastStatus == LastStatus.STOPPED;
    }

    /** Whether it still takes new connections on its port, and its program has got that far. */
    boolean listens(Instant now) {
        boolean up = lastStatus == LastStatus.RUNNING || lastStatus == LastStatus.DEACTIVATING || orphaned();
        return up && hostPort.isPresent() && ranFor(now).compareTo(spec().answersAfter()) >= 0;
    }

    /** Whether its containers go on though ECS counts it as STOPPED. */
    private boolean orphaned() {
        return stopped() && moments.containsKey(Moment.STARTED) && !moments.containsKey(Moment.EXECUTION_STOPPED);
    }

    /** How long ago it became RUNNING; nothing if it never was. */
    Duration ranFor(Instant now) {
        return at(Moment.STARTED).map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }

    void protect(@Nullable Instant until) {
        protectedUntil = until;
        version++;
    }

    /** When its protection ends, if it is protected now. */
    Optional<Instant> protection(Instant now) {
        return Optional.ofNullable(protectedUntil).filter(now::isBefore);
    }

    /** Begins a step of its life; whatever was planned for it before is void. */
    long nextStep() {
        return ++step;
    }

    /** Whether this is still the step that was begun last. */
    boolean atStep(long number) {
        return step == number;
    }
}
