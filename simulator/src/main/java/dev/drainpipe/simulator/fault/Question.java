package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.ServiceId;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;

/**
 * What is read, whoever reads it: two equal questions have the same answer at the same moment.
 *
 * @param subject the one thing that it asks about, or empty
 * @param lasting whether it is looked after although nobody asks it
 */
record Question(ServiceId service, String operation, SdkPojo request, String subject, boolean lasting) {
    private static final String AUTO_SCALING_INSTANCES = "DescribeAutoScalingInstances";

    /** Members by which a request names the things that it asks about, each of which is a question of its own. */
    private static final Set<String> NAMING = Set.of(
            "containerInstances",
            "tasks",
            "services",
            "clusters",
            "InstanceIds",
            "AutoScalingGroupNames",
            "Instances",
            "LoadBalancerNames",
            "Targets",
            "TargetGroupArns");

    static Question of(ServiceId service, String operation, SdkPojo request) {
        return new Question(service, operation, request, "", false);
    }

    /** Which state an instance of a group is in: what every drain begins and ends with. */
    static Question ofAutoScalingInstance(String id) {
        DescribeAutoScalingInstancesRequest request =
                DescribeAutoScalingInstancesRequest.builder().instanceIds(id).build();
        return new Question(ServiceId.AUTO_SCALING, AUTO_SCALING_INSTANCES, request, id, true);
    }

    /** One question for each thing that the request names; itself if it names none. */
    List<Question> parts() {
        if (!operation.startsWith("Describe")) {
            return List.of(this);
        }
        return request.sdkFields().stream()
                .filter(field -> NAMING.contains(field.memberName()))
                .filter(field -> field.getValueOrDefault(request) instanceof List<?> named && !named.isEmpty())
                .findFirst()
                .map(this::partsBy)
                .orElse(List.of(this));
    }

    private List<Question> partsBy(SdkField<?> field) {
        List<?> named = (List<?>) field.getValueOrDefault(request);
        return named.stream()
                .<Question>map(one -> part(only(field, one), one.toString()))
                .toList();
    }

    private Question part(SdkPojo naming, String named) {
        boolean lasting = operation.equals(AUTO_SCALING_INSTANCES);
        return new Question(service, operation, naming, named, lasting);
    }

    private SdkPojo only(SdkField<?> field, Object one) {
        AwsRequest.Builder builder = ((AwsRequest) request).toBuilder();
        field.set(builder, List.of(one));
        return builder.build();
    }

    /** Whether the world is told of what changes its answer; a target's health changes in silence. */
    boolean toldOfChanges() {
        return service == ServiceId.ECS || service == ServiceId.AUTO_SCALING;
    }

    /** Asks the service itself. */
    SdkPojo answer(AwsService asked) {
        return asked.operations()
                .find(operation)
                .orElseThrow()
                .answering(request)
                .get();
    }
}
