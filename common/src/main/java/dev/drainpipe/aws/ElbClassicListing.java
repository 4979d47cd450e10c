package dev.drainpipe.aws;

import dev.drainpipe.port.ClassicListing;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/** Lists Classic load balancers with DescribeLoadBalancers, all pages. */
public final class ElbClassicListing implements ClassicListing {
    private final ElasticLoadBalancingClient elb;

    public ElbClassicListing(ElasticLoadBalancingClient elb) {
        this.elb = elb;
    }

    @Override
    public Set<String> names() {
        return AwsErrors.calling(
                "listing Classic load balancers",
                () -> elb.describeLoadBalancersPaginator().loadBalancerDescriptions().stream()
                        .map(LoadBalancerDescription::loadBalancerName)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
