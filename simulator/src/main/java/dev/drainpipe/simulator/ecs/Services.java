package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.SimulatedService.Status;
import dev.drainpipe.simulator.elb.Registrar;
import java.util.List;
import java.util.function.Function;

/** Creates and changes services. */
final class Services {
    private final Setting setting;
    private final Clusters clusters;
    private final Function<String, Registrar> loadBalancers;
    private final Looks looks;

    Services(Setting setting, Clusters clusters, Function<String, Registrar> loadBalancers, Looks looks) {
        this.setting = setting;
        this.clusters = clusters;
        this.loadBalancers = loadBalancers;
        this.looks = looks;
    }

    /** Creates a service; an error answer if there is one of this name that is not INACTIVE. */
    SimulatedService create(ServiceSpec spec, Definition definition) {
        SimulatedCluster cluster = clusters.require(spec.cluster());
        boolean exists = cluster.service(spec.name())
                .filter(s -> s.status() != Status.INACTIVE)
                .isPresent();
        if (exists) {
            throw EcsErrors.invalid("Creation of service was not idempotent.");
        }
        List<Registrar> registrars =
                spec.loadBalancers().stream().map(loadBalancers).toList();
        SimulatedService service = new SimulatedService(spec, definition, registrars, setting);
        cluster.add(service);
        looks.soon();
        return service;
    }

    void desire(SimulatedService service, int count) {
        service.desire(count);
        looks.soon();
    }

    void allow(SimulatedService service, HealthyPercents percents) {
        service.allow(percents);
        looks.soon();
    }

    void delete(SimulatedService service) {
        service.delete();
        looks.soon();
    }
}
