package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.autoscaling.GroupSpec.Launch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration;

/**
 * What an instance of a group is when it is launched.
 *
 * <p>A group made by API calls says it as follows. The ECS cluster is the {@code ECS_CLUSTER=} line in the user data of
 * its launch configuration, or the tag {@value #CLUSTER_TAG}, which wins; the number of task slots is the tag
 * {@value #SLOTS_TAG} (1 without it), and the boot time the tag {@value #BOOT_TAG}.
 */
final class LaunchSettings {
    static final String CLUSTER_TAG = "simulator:cluster";
    static final String SLOTS_TAG = "simulator:task-slots";
    static final String BOOT_TAG = "simulator:boot-seconds";

    private static final Pattern CLUSTER_LINE = Pattern.compile("ECS_CLUSTER=\"?([A-Za-z0-9_-]+)");

    private final Map<String, LaunchConfiguration> configurations = new TreeMap<>();

    /** The launch configurations by name. */
    Map<String, LaunchConfiguration> configurations() {
        return configurations;
    }

    Launch of(Group group) {
        return group.launch().orElseGet(() -> fromApi(group));
    }

    private Launch fromApi(Group group) {
        return new Launch(
                group.tag(CLUSTER_TAG).or(() -> clusterInUserData(group)),
                group.tag(SLOTS_TAG).map(Integer::parseInt).orElse(1),
                group.tag(BOOT_TAG).map(s -> Duration.ofSeconds(Long.parseLong(s))));
    }

    private Optional<String> clusterInUserData(Group group) {
        return Optional.ofNullable(group.settings().launchConfigurationName())
                .map(configurations::get)
                .map(LaunchConfiguration::userData)
                .map(data -> new String(Base64.getMimeDecoder().decode(data), StandardCharsets.UTF_8))
                .map(CLUSTER_LINE::matcher)
                .filter(Matcher::find)
                .map(m -> m.group(1));
    }
}
