package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.world.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What calls of both generations of load balancers need (Service Authorization Reference, "Actions, resources, and
 * condition keys for AWS Elastic Load Balancing" and "... V2").
 */
record ElbAccesses(Account account) implements Accesses {
    @Override
    public Optional<List<Access>> of(String operation, SdkPojo request) {
        String action = "elasticloadbalancing:" + operation;
        Fields fields = new Fields(request);
        return operation.startsWith("Describe")
                ? Optional.of(List.of(Access.toAnything(action)))
                : fields.text("targetGroupArn")
                        .or(() -> fields.text("loadBalancerName").map(this::classic))
                        .map(arn -> List.of(new Access(action, arn, Map.of())));
    }

    private String classic(String name) {
        return account.arn("elasticloadbalancing", "loadbalancer/" + name);
    }
}
