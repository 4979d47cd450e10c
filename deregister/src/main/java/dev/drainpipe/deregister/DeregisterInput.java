package dev.drainpipe.deregister;

import dev.drainpipe.deregister.Settings.Options;
import dev.drainpipe.document.Fields;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.RequiredTag;
import dev.drainpipe.message.HookMetadata;
import java.util.Map;

/**
 * The scheduled input: {@code {"lifecycle_queue_name": "q1", "elb_monitor_queue_name": "q2", "elb_name": "lb",
 * "cluster_name": "c"}}, optionally {@code elb_names}, {@code target_group_arns}, {@code discover_load_balancers}, {@code
 * replace_announced}, {@code required_tag}, {@code dry_run}. An empty {@code elb_name} means none.
 *
 * @param lifecycleQueue the queue to take messages from
 * @param terminationQueue the queue to hand over on
 * @param settings what holds for every instance
 */
record DeregisterInput(String lifecycleQueue, String terminationQueue, Settings settings) {
    /**
     * Reads the document.
     *
     * @param configured where an option comes from that the document leaves out; a dry run cannot be ended by it
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static DeregisterInput from(Map<String, Object> document, Options configured) {
        Fields fields = Fields.ofJson(document);
        String lifecycleQueue = fields.text("lifecycle_queue_name");
        String terminationQueue = fields.text("elb_monitor_queue_name");
        String cluster = fields.text("cluster_name");
        LoadBalancers loadBalancers = HookMetadata.loadBalancers(fields);
        Options options = new Options(
                fields.flag("discover_load_balancers")
                        .orElse(configured.discover() && loadBalancers.equals(LoadBalancers.NONE)),
                fields.flag("replace_announced").orElse(configured.replaceAnnounced()),
                RequiredTag.read(fields, "required_tag").orElse(configured.requiredTag()),
                fields.flag("dry_run").orElse(false) || configured.dryRun());
        fields.refuseOthers();
        fields.finish("The input of deregister");
        return new DeregisterInput(lifecycleQueue, terminationQueue, new Settings(cluster, loadBalancers, options));
    }
}
