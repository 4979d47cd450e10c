package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.wire.AwsError;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Load balancers that drain until a test says that they are done. */
final class FakeLoadBalancers {
    private final Map<String, Fake> byName = new LinkedHashMap<>();

    /** A load balancer that is there. */
    Fake add(String name) {
        Fake made = new Fake(name);
        byName.put(name, made);
        return made;
    }

    void delete(String name) {
        byName.remove(name);
    }

    Registrar find(String name) {
        if (!byName.containsKey(name)) {
            throw AwsError.sender("LoadBalancerNotFound", name);
        }
        return byName.get(name);
    }

    static final class Fake implements Registrar {
        final Set<String> in = new LinkedHashSet<>();
        final Set<String> draining = new LinkedHashSet<>();
        boolean healthy = true;
        private final String name;

        private Fake(String name) {
            this.name = name;
        }

        void drained() {
            draining.clear();
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void register(String instanceId, int port) {
            in.add(instanceId);
        }

        @Override
        public void deregister(String instanceId, int port) {
            if (in.remove(instanceId)) {
                draining.add(instanceId);
            }
        }

        @Override
        public boolean registered(String instanceId, int port) {
            return in.contains(instanceId);
        }

        @Override
        public boolean healthy(String instanceId, int port) {
            return in.contains(instanceId) && healthy;
        }

        @Override
        public boolean out(String instanceId, int port) {
            return !in.contains(instanceId) && !draining.contains(instanceId);
        }
    }
}
