package dev.drainpipe.simulator.wire;

import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** One request on its way through the simulated AWS; it may have to ask more than once. */
public final class Call {
    private final World world;
    private final Route route;
    private final String caller;
    private final String requestId;
    private final Instant opened;
    private Supplier<? extends SdkPojo> work = () -> {
        throw new IllegalStateException("The call was neither prepared nor refused.");
    };
    private @Nullable NothingYet waiting;

    Call(World world, Route route, String caller, String requestId) {
        this.world = world;
        this.route = route;
        this.caller = caller;
        this.requestId = requestId;
        this.opened = world.now();
    }

    Route route() {
        return route;
    }

    String caller() {
        return caller;
    }

    void prepare(Supplier<? extends SdkPojo> answering) {
        work = answering;
    }

    void fail(AwsError error) {
        work = () -> {
            throw error;
        };
    }

    /**
     * Asks the service; empty while there is nothing to answer yet and the caller is willing to wait.
     *
     * @throws ConnectionBroken if the answer does not arrive
     */
    public Optional<WireResponse> attempt() {
        try {
            SdkPojo answer = work.get();
            return Optional.of(answered(answer));
        } catch (NothingYet nothing) {
            waiting = nothing;
            return patienceLeft().isZero() ? Optional.of(giveUp()) : Optional.empty();
        } catch (AwsError error) {
            tell(Optional.of(error.code()));
            return Optional.of(route.codec().write(error, requestId));
        } catch (ConnectionBroken broken) {
            tell(Optional.of(String.valueOf(broken.seen().getMessage())));
            throw broken;
        }
    }

    /** How much longer the caller is willing to wait, in virtual time; zero if it never had to. */
    public Duration patienceLeft() {
        if (waiting == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(world.now(), opened.plus(waiting.patience()));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The answer when the wait is over. */
    public WireResponse giveUp() {
        if (waiting == null) {
            throw new IllegalStateException("The call does not wait.");
        }
        return answered(waiting.emptyAnswer());
    }

    private WireResponse answered(SdkPojo answer) {
        tell(Optional.empty());
        return route.codec().write(answer, requestId);
    }

    private void tell(Optional<String> error) {
        world.tell(new WorldEvent.ApiCall(world.now(), caller, route.wanted(), route.operation(), error));
    }
}
