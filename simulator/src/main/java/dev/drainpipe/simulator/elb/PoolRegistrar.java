package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.traffic.Target;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** A pool as ECS and Auto Scaling use it. */
final class PoolRegistrar implements Registrar {
    private final TargetPool pool;
    private final IntUnaryOperator port;

    /**
     * The registrar of a pool.
     *
     * @param port from the port that is asked for to the one under which the target is kept
     */
    PoolRegistrar(TargetPool pool, IntUnaryOperator port) {
        this.pool = pool;
        this.port = port;
    }

    @Override
    public String name() {
        return pool.name();
    }

    @Override
    public void register(String instanceId, int asked) {
        pool.register(target(instanceId, asked));
    }

    @Override
    public void deregister(String instanceId, int asked) {
        pool.deregister(target(instanceId, asked));
    }

    @Override
    public boolean registered(String instanceId, int asked) {
        return find(instanceId, asked).filter(Registration::checked).isPresent();
    }

    @Override
    public boolean healthy(String instanceId, int asked) {
        return pool.inUse()
                && find(instanceId, asked)
                        .filter(r -> r.state() == TargetState.HEALTHY)
                        .isPresent();
    }

    @Override
    public boolean out(String instanceId, int asked) {
        return find(instanceId, asked)
                .filter(r -> r.state() != TargetState.ENDED)
                .isEmpty();
    }

    private Optional<Registration> find(String instanceId, int asked) {
        return pool.find(target(instanceId, asked));
    }

    private Target target(String instanceId, int asked) {
        return new Target(instanceId, port.applyAsInt(asked));
    }
}
