package dev.drainpipe.simulator.ecs;

import java.util.List;

/** One request in flight everywhere that never ends, and a record of where one was lost. */
record Endless(List<String> lost) implements Busy {
    @Override
    public int requests(String instanceId, int port) {
        return 1;
    }

    @Override
    public void ended(String instanceId, int port) {
        lost.add(instanceId + ":" + port);
    }
}
