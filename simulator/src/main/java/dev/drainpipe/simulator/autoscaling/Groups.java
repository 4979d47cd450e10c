package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All groups by name, and their instances. */
final class Groups {
    private final Map<String, Group> byName = new TreeMap<>();

    List<Group> all() {
        return List.copyOf(byName.values());
    }

    Optional<Group> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The group of this name, or AWS's error. */
    Group existing(@Nullable String name) {
        return find(Validation.required(name, "autoScalingGroupName"))
                .orElseThrow(() -> Validation.error("AutoScalingGroup name not found - " + name));
    }

    void add(Group group) {
        byName.put(group.name(), group);
    }

    void remove(Group group) {
        byName.remove(group.name(), group);
    }

    /** The instances of all groups. */
    List<Member> members() {
        return byName.values().stream().flatMap(g -> g.members().stream()).toList();
    }

    /** The instance, if it belongs to a group. */
    Optional<Member> member(String instanceId) {
        return byName.values().stream()
                .flatMap(g -> g.member(instanceId).stream())
                .findFirst();
    }

    /** The instance of any group, or AWS's error. */
    Member existingMember(@Nullable String instanceId) {
        String id = Validation.required(instanceId, "instanceId");
        return member(id).orElseThrow(() -> unknown(id));
    }

    /** The instances of this group, or AWS's error if one of them is not. */
    static List<Member> existingMembers(Group group, List<String> instanceIds) {
        return instanceIds.stream()
                .map(id -> group.member(id).orElseThrow(() -> unknown(id)))
                .toList();
    }

    private static AwsError unknown(String id) {
        return Validation.error("Instance Id not found - No managed instance found for instance ID: " + id);
    }
}
