package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.fault.TokenBucket.Rate;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Gate;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The request rates of an account: token buckets per family of operations, of the documented sizes.
 *
 * <p>Amazon ECS API reference, "Request throttling for the Amazon ECS API"; Elastic Load Balancing API reference, "Request
 * throttling for the Elastic Load Balancing API". AWS publishes no sizes for Auto Scaling, so its calls have a bucket only
 * if one is asked for; SQS has none to speak of. Calls by AWS services do not use up the account's tokens; here such
 * calls do not come this way at all.
 */
public final class ApiRates implements Gate {
    private static final List<Family> ECS_FAMILIES = List.of(
            new Family(
                    "cluster resource modify",
                    new Rate(100, 40),
                    Set.of(
                            "UpdateContainerInstancesState",
                            "DeregisterContainerInstance",
                            "RunTask",
                            "StartTask",
                            "StopTask")),
            new Family(
                    "cluster resource read",
                    new Rate(100, 20),
                    Set.of("ListContainerInstances", "DescribeContainerInstances", "ListTasks", "DescribeTasks")),
            new Family("cluster read", new Rate(50, 20), Set.of("DescribeClusters", "ListClusters")),
            new Family("cluster modify", new Rate(20, 1), Set.of("CreateCluster", "DeleteCluster")),
            new Family("service read", new Rate(100, 20), Set.of("DescribeServices", "ListServices")),
            new Family("service modify", new Rate(50, 5), Set.of("CreateService", "UpdateService", "DeleteService")),
            new Family("task protection", new Rate(200, 80), Set.of("GetTaskProtection", "UpdateTaskProtection")));

    private static final Rate ELB_REGISTRATION = new Rate(20, 4);
    private static final Rate ELB_READ = new Rate(200, 50);
    private static final Rate ELB_MODIFY = new Rate(20, 3);

    /** On top of the others, shared by all operations of one generation. */
    private static final Rate ELB_ALL = new Rate(40, 10);

    private final World world;
    private final Optional<Rate> autoScaling;
    private final Map<String, TokenBucket> buckets = new HashMap<>();

    /** Operations that share a bucket. */
    private record Family(String name, Rate rate, Set<String> operations) {}

    private ApiRates(World world, Optional<Rate> autoScaling) {
        this.world = world;
        this.autoScaling = autoScaling;
    }

    /** The rates that AWS documents. */
    public static ApiRates documented(World world) {
        return new ApiRates(world, Optional.empty());
    }

    /** The same with full buckets, and one for all calls of Auto Scaling. */
    public ApiRates withAutoScaling(int size, double perSecond) {
        return new ApiRates(world, Optional.of(new Rate(size, perSecond)));
    }

    @Override
    public Optional<AwsError> refuse(String caller, ServiceId service, String operation, SdkPojo request) {
        List<TokenBucket> needed = buckets(service, operation);
        Instant now = world.now();
        if (needed.stream().allMatch(bucket -> bucket.hasToken(now))) {
            needed.forEach(TokenBucket::take);
            return Optional.empty();
        }
        return Optional.of(FaultyCall.throttled(service));
    }

    private List<TokenBucket> buckets(ServiceId service, String operation) {
        return switch (service) {
            case ECS ->
                ECS_FAMILIES.stream()
                        .filter(family -> family.operations().contains(operation))
                        .map(family -> bucket(service, family.name(), family.rate()))
                        .toList();
            case CLASSIC_ELB, ELBV2 ->
                List.of(bucket(service, "all", ELB_ALL), bucket(service, elbFamily(operation), elbRate(operation)));
            case AUTO_SCALING ->
                autoScaling.map(rate -> bucket(service, "all", rate)).stream().toList();
            case SQS, APPLICATION_AUTO_SCALING -> List.of();
        };
    }

    private TokenBucket bucket(ServiceId service, String family, Rate rate) {
        return buckets.computeIfAbsent(service + " " + family, name -> new TokenBucket(rate));
    }

    private static String elbFamily(String operation) {
        if (operation.startsWith("Register") || operation.startsWith("Deregister")) {
            return "registration";
        }
        return operation.startsWith("Describe") ? "read" : "modify";
    }

    private static Rate elbRate(String operation) {
        return switch (elbFamily(operation)) {
            case "registration" -> ELB_REGISTRATION;
            case "read" -> ELB_READ;
            default -> ELB_MODIFY;
        };
    }
}
