package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.autoscaling.GroupSpec.Launch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.RetentionAction;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/** One Auto Scaling group: what it is set to, its hooks and its instances. */
final class Group {
    private final Map<String, Hook> hooks = new TreeMap<>();
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, TagDescription> tags = new TreeMap<>();
    private final Optional<Launch> launch;
    private AutoScalingGroup settings;

    /**
     * A group without instances.
     *
     * @param settings all that the API can set, in the API's words; its lists of instances and tags are not used
     * @param launch what its instances are, if no API call says so
     */
    Group(AutoScalingGroup settings, Optional<Launch> launch) {
        this.settings = settings;
        this.launch = launch;
    }

    String name() {
        return settings.autoScalingGroupName();
    }

    String arn() {
        return settings.autoScalingGroupARN();
    }

    AutoScalingGroup settings() {
        return settings;
    }

    void change(UnaryOperator<AutoScalingGroup.Builder> change) {
        settings = change.apply(settings.toBuilder()).build();
    }

    int desired() {
        return settings.desiredCapacity();
    }

    Optional<Launch> launch() {
        return launch;
    }

    /** The hooks by name. */
    Map<String, Hook> hooks() {
        return hooks;
    }

    List<Hook> hooks(Transition transition) {
        return hooks.values().stream().filter(h -> h.transition() == transition).toList();
    }

    /** The tags by key. */
    Map<String, TagDescription> tags() {
        return tags;
    }

    Optional<String> tag(String key) {
        return Optional.ofNullable(tags.get(key)).map(TagDescription::value);
    }

    void add(Member member) {
        members.put(member.id(), member);
    }

    void remove(Member member) {
        members.remove(member.id());
    }

    Optional<Member> member(String id) {
        return Optional.ofNullable(members.get(id));
    }

    /** Whether the instance still belongs to the group and is in this state. */
    boolean has(Member member, MemberState state) {
        return members.get(member.id()) == member && member.state() == state;
    }

    /** All instances, those of the warm pool too, in the order in which they came. */
    List<Member> members() {
        return List.copyOf(members.values());
    }

    List<Member> members(Predicate<MemberState> which) {
        return members.values().stream().filter(m -> which.test(m.state())).toList();
    }

    boolean protectsNewInstances() {
        return Boolean.TRUE.equals(settings.newInstancesProtectedFromScaleIn());
    }

    /** Whether a scale-in returns instances to the warm pool. */
    boolean reusesOnScaleIn() {
        return settings.warmPoolConfiguration() != null
                && settings.warmPoolConfiguration().instanceReusePolicy() != null
                && Boolean.TRUE.equals(
                        settings.warmPoolConfiguration().instanceReusePolicy().reuseOnScaleIn());
    }

    /** Whether an abandoned termination keeps the instance (User Guide, 'Control instance retention'). */
    boolean retainsAbandoned() {
        return settings.instanceLifecyclePolicy() != null
                && settings.instanceLifecyclePolicy().retentionTriggers() != null
                && settings.instanceLifecyclePolicy().retentionTriggers().terminateHookAbandon()
                        == RetentionAction.RETAIN;
    }

    /** Which instance goes first on scale-in; only the first of its policies counts. */
    ScaleIn.Policy scaleIn(ScaleIn.Policy usual) {
        return settings.terminationPolicies().stream()
                .findFirst()
                .flatMap(word -> ScaleIn.Policy.ofWord(word, usual))
                .orElse(usual);
    }

    /** Whether load balancers have a say in the health of its instances. */
    boolean asksLoadBalancers() {
        return settings.healthCheckType().contains("ELB");
    }

    /** As DescribeAutoScalingGroups shows it; without the instances of the warm pool. */
    AutoScalingGroup description() {
        return settings.toBuilder()
                .instances(members(s -> !s.warm()).stream()
                        .map(Member::description)
                        .toList())
                .tags(tags.values())
                .warmPoolSize(
                        settings.warmPoolConfiguration() == null
                                ? null
                                : members(MemberState::warm).size())
                .build();
    }
}
