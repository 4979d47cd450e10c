package dev.drainpipe.simulator.iam;

import java.util.Map;

/**
 * An Auto Scaling group, as policies see it.
 *
 * @param tags the values by key
 */
public record TaggedGroup(String arn, Map<String, String> tags) {
    public TaggedGroup {
        tags = Map.copyOf(tags);
    }
}
