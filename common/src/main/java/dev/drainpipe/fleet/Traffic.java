package dev.drainpipe.fleet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What load balancers said of many instances, once; one that did not answer is missing, and then unknown.
 *
 * @param classic by name of a Classic load balancer, how it stands with each instance
 * @param targetGroups by ARN of a target group, the targets that the instances are
 */
public record Traffic(Map<String, Map<String, Attachment>> classic, Map<String, List<Target>> targetGroups) {
    public Traffic {
        classic = Map.copyOf(classic);
        targetGroups = Map.copyOf(targetGroups);
    }

    /** How an instance stands with the Classic load balancers that it must have left, by name. */
    public Map<String, Attachment> classicOf(DrainRequest request) {
        Map<String, Attachment> standing = new LinkedHashMap<>();
        for (String name : request.loadBalancers().classic()) {
            Map<String, Attachment> answer = classic.getOrDefault(name, Map.of());
            standing.put(name, answer.getOrDefault(request.instanceId(), Attachment.UNKNOWN));
        }
        return standing;
    }

    /**
     * The targets that an instance is in the groups that it must have left, by ARN; for a group that did not answer, one
     * target whose attachment is UNKNOWN.
     */
    public Map<String, List<Target>> targetsOf(DrainRequest request) {
        Map<String, List<Target>> standing = new LinkedHashMap<>();
        for (String arn : request.loadBalancers().targetGroups()) {
            List<Target> silent = List.of(new Target(arn, request.instanceId(), 0, Attachment.UNKNOWN));
            standing.put(
                    arn,
                    targetGroups.getOrDefault(arn, silent).stream()
                            .filter(target -> target.instanceId().equals(request.instanceId()))
                            .toList());
        }
        return standing;
    }
}
