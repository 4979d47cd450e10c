package dev.drainpipe.simulator.traffic;

import java.util.function.Consumer;

/**
 * One request on its way; each is its own, however alike two are.
 *
 * <p>Not a record: two requests with the same content are two requests.
 */
final class Request {
    private final String loadBalancer;
    private final Target target;
    private final Consumer<String> lost;

    /**
     * A request that was just sent.
     *
     * @param lost told the reason in words if the request is broken off
     */
    Request(String loadBalancer, Target target, Consumer<String> lost) {
        this.loadBalancer = loadBalancer;
        this.target = target;
        this.lost = lost;
    }

    String loadBalancer() {
        return loadBalancer;
    }

    Target target() {
        return target;
    }

    Consumer<String> lost() {
        return lost;
    }

    /** Whether it is on this port; port 0 means any port of the instance. */
    boolean at(int port) {
        return port == 0 || target.port() == port;
    }
}
