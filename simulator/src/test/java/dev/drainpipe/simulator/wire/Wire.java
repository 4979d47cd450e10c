package dev.drainpipe.simulator.wire;

import dev.drainpipe.simulator.sqs.Sqs;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionResponse;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceHealthRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;

/** A dispatcher before SQS, two operations of Auto Scaling and one of ECS; requests and answers are raw bytes. */
final class Wire {
    final World world = new World(Instant.parse("2026-01-01T00:00:00Z"), 1, Account.example());
    final Sqs sqs = new Sqs(world);
    final List<Object> arrived = new ArrayList<>();
    final List<WorldEvent> events = new ArrayList<>();
    final Dispatcher dispatcher;

    Wire() {
        Operations scaling = new Operations()
                .on(CompleteLifecycleActionRequest.class, request -> {
                    arrived.add(request);
                    return CompleteLifecycleActionResponse.builder().build();
                })
                .on(SetInstanceHealthRequest.class, request -> {
                    throw AwsError.sender("ValidationError", "Instance <i-1> & others");
                });
        Operations ecs = new Operations().on(ListTasksRequest.class, request -> {
            arrived.add(request);
            if ("none".equals(request.cluster())) {
                throw AwsError.sender("ClusterNotFoundException", "Cluster not found.");
            }
            return ListTasksResponse.builder().build();
        });
        dispatcher = new Dispatcher(
                world, List.of(sqs, new Fake(ServiceId.AUTO_SCALING, scaling), new Fake(ServiceId.ECS, ecs)));
        world.listen(events::add);
    }

    /** The answer to a JSON request. */
    WireResponse json(String target, String body) {
        return send(Map.of("X-Amz-Target", target), "/", SdkBytes.fromUtf8String(body));
    }

    /** The answer to a Query request. */
    WireResponse query(String form) {
        return send(Map.of("Content-Type", "application/x-www-form-urlencoded"), "/", SdkBytes.fromUtf8String(form));
    }

    WireResponse send(Map<String, String> headers, String path, SdkBytes body) {
        Call call = dispatcher.open(new WireRequest("caller", path, headers, body));
        return call.attempt().orElseGet(call::giveUp);
    }

    static String text(WireResponse response) {
        return response.body().asUtf8String();
    }
}
