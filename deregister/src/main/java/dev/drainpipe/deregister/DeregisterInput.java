package dev.drainpipe.deregister;

import dev.drainpipe.document.Fields;
import dev.drainpipe.message.HookMetadata;
import java.util.Map;

/**
 * The scheduled input: {@code {"lifecycle_queue_name": "q1", "elb_monitor_queue_name": "q2", "elb_name": "lb",
 * "cluster_name": "c"}}, optionally {@code elb_names}, {@code target_group_arns}, {@code dry_run}. An empty {@code
 * elb_name} means none.
 *
 * @param lifecycleQueue the queue to take messages from
 * @param terminationQueue the queue to hand over on
 * @param settings what holds for every instance
 */
record DeregisterInput(String lifecycleQueue, String terminationQueue, Settings settings) {
    /**
     * Reads the document.
     *
     * @param configured only whether nothing may be changed is taken from here
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static DeregisterInput from(Map<String, Object> document, Settings configured) {
        Fields fields = Fields.ofJson(document);
        DeregisterInput input = new DeregisterInput(
                fields.text("lifecycle_queue_name"),
                fields.text("elb_monitor_queue_name"),
                new Settings(
                        fields.text("cluster_name"),
                        HookMetadata.loadBalancers(fields),
                        fields.flag("dry_run").orElse(false) || configured.dryRun()));
        fields.refuseOthers();
        fields.finish("The input of deregister");
        return input;
    }
}
