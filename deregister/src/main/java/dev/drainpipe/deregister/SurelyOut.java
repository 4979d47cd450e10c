package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.TargetGroups;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Target groups that are asked once more about instances that their answer lacks.
 *
 * <p>A list may be short once. Whoever is missed here is taken out of the group by nobody, since the terminator only waits.
 */
final class SurelyOut implements TargetGroups {
    private final TargetGroups targetGroups;

    SurelyOut(TargetGroups targetGroups) {
        this.targetGroups = targetGroups;
    }

    @Override
    public List<Target> targets(String targetGroup, Collection<String> instanceIds) {
        List<Target> targets = new ArrayList<>(targetGroups.targets(targetGroup, instanceIds));
        Set<String> missing = new LinkedHashSet<>(instanceIds);
        targets.forEach(target -> missing.remove(target.instanceId()));
        if (!missing.isEmpty()) {
            targets.addAll(targetGroups.targets(targetGroup, missing));
        }
        return targets;
    }
}
