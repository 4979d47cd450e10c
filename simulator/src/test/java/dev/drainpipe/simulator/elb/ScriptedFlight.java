package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.traffic.InFlight;
import java.util.ArrayList;
import java.util.List;

/** As many requests in flight as a test says, and what was cut of them. */
final class ScriptedFlight implements InFlight {
    int requests;
    final List<String> cut = new ArrayList<>();

    @Override
    public int requests(String loadBalancer, String instanceId, int port) {
        return requests;
    }

    @Override
    public void cut(String loadBalancer, String instanceId, int port) {
        cut.add(instanceId + ":" + port);
        requests = 0;
    }
}
