package dev.drainpipe.message;

import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.LoadBalancers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hook's {@code NotificationMetadata} says of where its instances belong, so that one deployment serves many
 * groups and clusters: a JSON object with {@code cluster_name}, {@code elb_name}, {@code elb_names}, {@code
 * target_group_arns}, and for a launch hook {@code complete_launch}, each optional.
 *
 * <p>Metadata that is not a JSON object, and keys that are not these, belong to somebody else and are ignored.
 *
 * @param cluster the ECS cluster, if named
 * @param loadBalancers what is named; for each kind, none means: not said
 * @param completeLaunch whether a launch shall be completed once the instance is ready to serve
 * @param mistakes wrong types under our keys, in words
 */
public record HookMetadata(
        @Nullable String cluster, LoadBalancers loadBalancers, boolean completeLaunch, List<String> mistakes) {
    /** What the metadata says. */
    public static HookMetadata read(String metadata) {
        Map<String, Object> object = Json.object(metadata).orElse(Map.of());
        Fields fields = Fields.ofJson(object);
        Optional<String> cluster = fields.optionalText("cluster_name");
        LoadBalancers loadBalancers = loadBalancers(fields);
        boolean completeLaunch = fields.flag("complete_launch").orElse(false);
        return new HookMetadata(cluster.orElse(null), loadBalancers, completeLaunch, fields.mistakes());
    }

    /** The load balancers under the keys that metadata, termination messages and scheduled inputs share. */
    public static LoadBalancers loadBalancers(Fields fields) {
        List<String> classic = new ArrayList<>();
        fields.optionalText("elb_name").ifPresent(classic::add);
        classic.addAll(fields.texts("elb_names"));
        return new LoadBalancers(classic, fields.texts("target_group_arns"));
    }

    /** These load balancers, and for a kind of which none is named, those of the configuration. */
    public LoadBalancers loadBalancersOr(LoadBalancers configured) {
        return new LoadBalancers(
                loadBalancers.classic().isEmpty() ? configured.classic() : loadBalancers.classic(),
                loadBalancers.targetGroups().isEmpty() ? configured.targetGroups() : loadBalancers.targetGroups());
    }
}
