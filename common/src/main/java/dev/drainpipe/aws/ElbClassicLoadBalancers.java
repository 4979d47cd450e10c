package dev.drainpipe.aws;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.port.ClassicDeregistration;
import dev.drainpipe.port.ClassicLoadBalancers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;

/** Speaks with Classic load balancers: DescribeInstanceHealth, DeregisterInstancesFromLoadBalancer. */
public final class ElbClassicLoadBalancers implements ClassicLoadBalancers, ClassicDeregistration {
    /** AWS names no limit; this keeps one call small. */
    private static final int INSTANCES_PER_CALL = 100;

    /** While it drains an instance is still InService; only this text shows it (Classic Load Balancers User Guide). */
    private static final String LEAVING = "deregistration currently in progress";

    private static final String NOT_IN = "not currently registered";

    private final ElasticLoadBalancingClient elb;

    public ElbClassicLoadBalancers(ElasticLoadBalancingClient elb) {
        this.elb = elb;
    }

    @Override
    public Map<String, Attachment> attachments(String loadBalancer, Collection<String> instanceIds) {
        Map<String, Attachment> found = new LinkedHashMap<>();
        for (List<String> ids : Chunks.of(instanceIds, INSTANCES_PER_CALL)) {
            found.putAll(health(loadBalancer, ids));
        }
        // Terminated instances are left out of an answer, and one unknown id spoils it for all: ask for each alone.
        for (String id : instanceIds) {
            if (!found.containsKey(id)) {
                found.put(id, health(loadBalancer, List.of(id)).getOrDefault(id, Attachment.OUT));
            }
        }
        return found;
    }

    @Override
    public void deregister(String loadBalancer, Collection<String> instanceIds) {
        for (List<String> ids : Chunks.of(instanceIds, INSTANCES_PER_CALL)) {
            if (!leave(loadBalancer, ids)) {
                ids.forEach(id -> leave(loadBalancer, List.of(id)));
            }
        }
    }

    /** False if nothing was done because one of the ids is unknown; alone, such an id is out already. */
    private boolean leave(String loadBalancer, List<String> ids) {
        try {
            AwsErrors.calling(
                    "deregistering from " + loadBalancer,
                    () -> elb.deregisterInstancesFromLoadBalancer(
                            request -> request.loadBalancerName(loadBalancer).instances(instances(ids))));
        } catch (AwsServiceException e) {
            if (AwsErrors.noInstance(e)) {
                return ids.size() == 1;
            }
            if (!AwsErrors.noLoadBalancer(e)) {
                throw e;
            }
        }
        return true;
    }

    /** The instances that the answer names; none if one of them is unknown. */
    private Map<String, Attachment> health(String loadBalancer, List<String> ids) {
        Map<String, Attachment> found = new LinkedHashMap<>();
        try {
            AwsErrors.calling(
                            "asking " + loadBalancer + " for its instances",
                            () -> elb.describeInstanceHealth(request ->
                                    request.loadBalancerName(loadBalancer).instances(instances(ids))))
                    .instanceStates()
                    .forEach(state -> found.put(state.instanceId(), attachment(state)));
        } catch (AwsServiceException e) {
            if (AwsErrors.noLoadBalancer(e)) {
                ids.forEach(id -> found.put(id, Attachment.OUT));
            } else if (!AwsErrors.noInstance(e)) {
                throw e;
            }
        }
        return found;
    }

    private static Attachment attachment(InstanceState state) {
        String description = String.valueOf(state.description());
        if (description.contains(LEAVING)) {
            return Attachment.DRAINING;
        }
        return description.contains(NOT_IN) ? Attachment.OUT : Attachment.REGISTERED;
    }

    private static List<Instance> instances(List<String> ids) {
        return ids.stream().map(id -> Instance.builder().instanceId(id).build()).toList();
    }
}
