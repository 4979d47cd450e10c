package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.function.FunctionCode.FunctionFailed;
import dev.drainpipe.simulator.time.Processes.VirtualProcess;
import dev.drainpipe.simulator.time.Timeline.Planned;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One invocation, from START to REPORT: a process that Lambda kills when its time is over. */
final class Execution {
    /** Lambda's words for a process that is gone (Lambda developer guide, "Troubleshoot execution issues in Lambda"). */
    private static final String EXITED = "Runtime exited with error: signal: killed";

    private final World world;
    private final FunctionSpec spec;
    private final LogGroup log;
    private final Consumer<Outcome> whenEnded;
    private final Instant started;

    private @Nullable Planned limit;
    private boolean ended;

    Execution(World world, FunctionSpec spec, LogGroup log, Consumer<Outcome> whenEnded) {
        this.world = world;
        this.spec = spec;
        this.log = log;
        this.whenEnded = whenEnded;
        this.started = world.now();
    }

    void start(FunctionCode code, String payload, String requestId) {
        PlatformLog platform = new PlatformLog(log, spec, requestId);
        platform.started(started);
        VirtualProcess process = world.processes().start(() -> end(platform, requestId, run(code, payload, requestId)));
        limit = world.timeline().after(spec.timeout(), () -> {
            process.kill();
            end(platform, requestId, new Outcome.TimedOut(timedOut()));
        });
    }

    private Outcome run(FunctionCode code, String payload, String requestId) {
        try {
            return new Outcome.Answered(code.invoke(payload, context(requestId)));
        } catch (FunctionFailed failed) {
            Outcome.Threw threw = new Outcome.Threw(failed.errorType(), String.valueOf(failed.getMessage()));
            log.write(threw.message() + ": " + threw.type());
            return threw;
        } catch (FunctionCode.ProcessDied died) {
            log.write("RequestId: " + requestId + " Error: " + EXITED + "\n" + Outcome.Died.TYPE);
            return new Outcome.Died("RequestId: " + requestId + " Error: " + EXITED);
        }
    }

    private InvocationContext context(String requestId) {
        String arn = Functions.arn(world.account(), spec.name());
        return new InvocationContext(spec.name(), arn, requestId, started.plus(spec.timeout()), spec.memoryMb());
    }

    private void end(PlatformLog platform, String requestId, Outcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        if (limit != null) {
            limit.cancel();
        }
        Duration took = Duration.between(started, world.now());
        platform.ended(world.now(), took, outcome);
        world.tell(new WorldEvent.Invocation(world.now(), spec.name(), requestId, took, error(outcome)));
        // As an event of its own, so that what follows does not run on the function's process.
        world.timeline().after(Duration.ZERO, () -> whenEnded.accept(outcome));
    }

    private String timedOut() {
        return String.format(
                Locale.ROOT, "Task timed out after %.2f seconds", spec.timeout().toMillis() / 1000.0);
    }

    private static Optional<String> error(Outcome outcome) {
        if (outcome instanceof Outcome.Died died) {
            return Optional.of(Outcome.Died.TYPE + ": " + died.message());
        }
        if (outcome instanceof Outcome.TimedOut late) {
            return Optional.of(late.message());
        }
        return outcome instanceof Outcome.Threw threw
                ? Optional.of(threw.type() + ": " + threw.message())
                : Optional.empty();
    }
}
