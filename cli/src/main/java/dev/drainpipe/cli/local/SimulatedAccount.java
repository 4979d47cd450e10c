package dev.drainpipe.cli.local;

import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/** The account that a local run plays with: a group, a cluster, a service, a load balancer, and the three Lambdas. */
interface SimulatedAccount extends AutoCloseable {
    /** Makes accounts. */
    @FunctionalInterface
    interface Factory {
        /** A new account of this shape, at its beginning; the listener hears every event of it. */
        SimulatedAccount open(LocalOptions options, Consumer<WorldEvent> listener);
    }

    World world();

    /** Begins to send requests through the load balancer. */
    void startTraffic();

    /** Sends no more requests; those in flight go on. */
    void stopTraffic();

    /** How many requests are in flight now. */
    int requestsInFlight();

    /** Lowers the group's desired capacity by the number of instances that are to leave. */
    void scaleIn();

    /** Puts a message into the lifecycle queue, as a hook would, and gives its id. */
    String feed(String body);

    /** How many messages are in the lifecycle and the termination queue, in flight or not. */
    int messagesWaiting();

    /** The bodies of the messages in the dead-letter queues. */
    List<String> deadLetters();

    /** Answers AWS clients on this port of 127.0.0.1, any free one if it is 0, and gives the address. */
    URI serve(int port);

    @Override
    void close();
}
