package dev.drainpipe.simulator.ecs;

import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceResponse;

/** Calls about services of the cluster {@code c}. */
record ServiceCalls(EcsWorld w) {
    Service desire(String service, int count) {
        UpdateServiceRequest request = UpdateServiceRequest.builder()
                .cluster(EcsWorld.CLUSTER)
                .service(service)
                .desiredCount(count)
                .build();
        return w.call(request, UpdateServiceResponse.class).service();
    }
}
