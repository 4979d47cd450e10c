package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.function.FunctionCode.ProcessDied;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.ConnectionBroken;
import dev.drainpipe.simulator.wire.NothingYet;
import dev.drainpipe.simulator.wire.Passing;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/** One call that fails. */
record FaultyCall(World world, Passing call, Supplier<? extends SdkPojo> service) {
    /** How long a client waits for an answer; about what functions set as their socket time-out. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** Longer than any function may run. */
    private static final Duration FOR_EVER = Duration.ofDays(1);

    SdkPojo answer(FaultKind kind) {
        return switch (kind) {
            case THROTTLED -> throw throttled(call.service());
            case INTERNAL_FAILURE -> throw AwsError.receiver("InternalFailure", "We encountered an internal error.");
            case DENIED -> throw denied(call);
            case CONNECTION_RESET -> throw ConnectionBroken.reset();
            case ANSWER_LOST -> throw afterTheEffect(ConnectionBroken.reset());
            case TIMED_OUT -> throw afterPatience();
            case EMPTY_ANSWER -> SpoiledAnswers.empty(service.get());
            case PARTIAL_ANSWER -> SpoiledAnswers.halved(service.get());
            case ENTRY_FAILED -> FailedEntries.answer(call.request(), service);
            case CRASH_BEFORE -> throw new ProcessDied();
            case CRASH_AFTER -> throw afterTheEffect(new ProcessDied());
            case FROZEN -> freeze();
        };
    }

    /** The refusal of a call for its rate, in the words of its service. */
    static AwsError throttled(ServiceId service) {
        String code = switch (service) {
            case SQS -> "RequestThrottled";
            case AUTO_SCALING -> "Throttling";
            case ECS, CLASSIC_ELB, ELBV2, APPLICATION_AUTO_SCALING -> "ThrottlingException";
        };
        return AwsError.sender(code, "Rate exceeded");
    }

    private static AwsError denied(Passing call) {
        boolean query = call.service().protocol() == ServiceId.Protocol.QUERY;
        String code = query ? "AccessDenied" : "AccessDeniedException";
        return AwsError.of(
                query ? 403 : 400, code, "User " + call.caller() + " is not authorized to perform: " + call.name());
    }

    private <T extends Throwable> T afterTheEffect(T failure) {
        try {
            var unused = service.get();
        } catch (NothingYet nothing) {
            // A long poll that would have gone on: it breaks now.
        }
        return failure;
    }

    private ConnectionBroken afterPatience() {
        ConnectionBroken late = afterTheEffect(ConnectionBroken.timedOut());
        sleep(PATIENCE);
        return late;
    }

    private SdkPojo freeze() {
        sleep(FOR_EVER);
        throw ConnectionBroken.timedOut();
    }

    private void sleep(Duration time) {
        if (world.processes().inProcess()) {
            world.processes().sleep(time);
        }
    }
}
