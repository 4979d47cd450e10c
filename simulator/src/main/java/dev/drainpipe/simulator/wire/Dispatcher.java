package dev.drainpipe.simulator.wire;

import dev.drainpipe.simulator.wire.Operations.Operation;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Takes each request to the service and operation that it names, and the answer back, in the protocol of the service.
 *
 * <p>What no service plays is refused with HTTP 400: code {@code InvalidAction} in Query, {@code
 * UnknownOperationException} in JSON. So is a request member that the SDK's model does not have. Every answered call is
 * told to the world as {@link dev.drainpipe.simulator.world.WorldEvent.ApiCall}.
 */
public final class Dispatcher {
    private final World world;
    private final Map<ServiceId, AwsService> services = new EnumMap<>(ServiceId.class);
    private final List<Gate> gates = new ArrayList<>();
    private final List<Interceptor> interceptors = new ArrayList<>();
    private final Models models = new Models();
    private final Dice requestIds;

    public Dispatcher(World world, List<AwsService> services) {
        this.world = world;
        this.requestIds = world.dice().of("request ids");
        services.forEach(service -> this.services.put(service.id(), service));
    }

    /** Adds a gate; a call passes them in the order in which they were added. */
    public void add(Gate gate) {
        gates.add(gate);
    }

    /** Adds an interceptor, around those that were added before. */
    public void add(Interceptor interceptor) {
        interceptors.add(interceptor);
    }

    /** Tells the services under which address clients reach them from now on. */
    public void reachableAt(URI base) {
        services.values().forEach(service -> service.reachableAt(base));
    }

    /**
     * Takes a request in. Whoever is not on a process calls this, and the call's methods, under {@link
     * World#exclusively}.
     */
    public Call open(WireRequest request) {
        String requestId = requestIds.uuid().toString();
        Optional<AwsError> unreadable = Optional.empty();
        WireRequest plain = request;
        try {
            plain = request.plain();
        } catch (IOException e) {
            unreadable = Optional.of(Scalars.JSON.malformed("The request body is not gzip: " + e.getMessage()));
        }
        Call call = new Call(world, Route.of(plain), request.caller(), requestId);
        if (unreadable.isPresent()) {
            call.fail(unreadable.get());
        } else {
            enter(call, plain);
        }
        return call;
    }

    private void enter(Call call, WireRequest request) {
        try {
            Operation<?> operation = operation(call.route());
            AwsRequest.Builder builder = models.requestBuilder(operation.request());
            call.route().codec().read(request.body(), (SdkPojo) builder);
            AwsRequest input = builder.build();
            letThrough(call, input);
            call.prepare(around(call, input, operation.answering(input)));
        } catch (AwsError refused) {
            call.fail(refused);
        }
    }

    private Operation<?> operation(Route route) {
        AwsService service =
                route.service().map(services::get).orElseThrow(() -> route.notPlayed("It plays " + names() + "."));
        return service.operations()
                .find(route.operation())
                .orElseThrow(() -> route.notPlayed("Of this service it plays "
                        + service.operations().names().stream().sorted().collect(Collectors.joining(", ")) + "."));
    }

    private String names() {
        return services.keySet().stream().map(ServiceId::name).collect(Collectors.joining(", "));
    }

    private void letThrough(Call call, SdkPojo input) {
        Route route = call.route();
        ServiceId service = route.service().orElseThrow();
        for (Gate gate : gates) {
            gate.refuse(call.caller(), service, route.operation(), input).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    private Supplier<? extends SdkPojo> around(Call call, SdkPojo input, Supplier<? extends SdkPojo> service) {
        Route route = call.route();
        Passing passing = new Passing(call.caller(), route.service().orElseThrow(), route.operation(), input);
        Supplier<? extends SdkPojo> work = service;
        for (Interceptor interceptor : interceptors) {
            work = interceptor.around(passing, work);
        }
        return work;
    }

    World world() {
        return world;
    }
}
