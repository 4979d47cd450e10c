package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.world.Account;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

/** From the requests that make and change groups to the settings that result. */
final class GroupRequests {
    // Some of these have no effect, but say nothing that the simulator would break.
    private static final Set<String> CHANGING = Set.of(
            "AutoScalingGroupName",
            "LaunchConfigurationName",
            "LaunchTemplate",
            "MinSize",
            "MaxSize",
            "DesiredCapacity",
            "DefaultCooldown",
            "DefaultInstanceWarmup",
            "AvailabilityZones",
            "VPCZoneIdentifier",
            "HealthCheckType",
            "HealthCheckGracePeriod",
            "TerminationPolicies",
            "NewInstancesProtectedFromScaleIn",
            "ServiceLinkedRoleARN",
            "InstanceLifecyclePolicy");

    private static final Set<String> CREATING = Stream.concat(
                    CHANGING.stream(),
                    Stream.of("LoadBalancerNames", "TargetGroupARNs", "LifecycleHookSpecificationList", "Tags"))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> HEALTH_CHECKS = List.of("EC2", "ELB", "EC2,ELB", "ELB,EC2");

    private GroupRequests() {}

    static AutoScalingGroup settings(
            AutoScalingGroup.Builder fresh, CreateAutoScalingGroupRequest request, Account account) {
        int min = Validation.required(request.minSize(), "minSize");
        Validation.onlySimulated(request, CREATING);
        if (request.launchConfigurationName() == null && request.launchTemplate() == null) {
            throw Validation.error(
                    "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or"
                            + " MixedInstancesPolicy parameter.");
        }
        fresh.minSize(min)
                .maxSize(Validation.required(request.maxSize(), "maxSize"))
                .desiredCapacity(Optional.ofNullable(request.desiredCapacity()).orElse(min))
                .availabilityZones(zones(request.availabilityZones(), request.vpcZoneIdentifier(), account))
                .vpcZoneIdentifier(request.vpcZoneIdentifier())
                .loadBalancerNames(request.loadBalancerNames())
                .targetGroupARNs(request.targetGroupARNs());
        return checked(said(fresh, asUpdate(request)).build());
    }

    /** The settings after an update; a desired capacity outside new bounds moves to the nearer one. */
    static AutoScalingGroup changed(AutoScalingGroup before, UpdateAutoScalingGroupRequest request, Account account) {
        Validation.onlySimulated(request, CHANGING);
        AutoScalingGroup.Builder changed = before.toBuilder();
        int min = Optional.ofNullable(request.minSize()).orElse(before.minSize());
        int max = Optional.ofNullable(request.maxSize()).orElse(before.maxSize());
        changed.minSize(min)
                .maxSize(max)
                .desiredCapacity(Optional.ofNullable(request.desiredCapacity())
                        .orElse(Math.min(max, Math.max(min, before.desiredCapacity()))));
        if (!request.availabilityZones().isEmpty() || request.vpcZoneIdentifier() != null) {
            changed.availabilityZones(zones(request.availabilityZones(), request.vpcZoneIdentifier(), account))
                    .vpcZoneIdentifier(request.vpcZoneIdentifier());
        }
        return checked(said(changed, request).build());
    }

    /** What both requests may say or leave out. */
    private static AutoScalingGroup.Builder said(
            AutoScalingGroup.Builder settings, UpdateAutoScalingGroupRequest request) {
        Optional.ofNullable(request.launchConfigurationName()).ifPresent(settings::launchConfigurationName);
        Optional.ofNullable(request.launchTemplate()).ifPresent(settings::launchTemplate);
        Optional.ofNullable(request.defaultCooldown()).ifPresent(settings::defaultCooldown);
        Optional.ofNullable(request.healthCheckType()).ifPresent(settings::healthCheckType);
        Optional.ofNullable(request.healthCheckGracePeriod()).ifPresent(settings::healthCheckGracePeriod);
        Optional.ofNullable(request.instanceLifecyclePolicy()).ifPresent(settings::instanceLifecyclePolicy);
        Optional.ofNullable(request.newInstancesProtectedFromScaleIn())
                .ifPresent(settings::newInstancesProtectedFromScaleIn);
        if (!request.terminationPolicies().isEmpty()) {
            settings.terminationPolicies(request.terminationPolicies());
        }
        return settings;
    }

    private static UpdateAutoScalingGroupRequest asUpdate(CreateAutoScalingGroupRequest request) {
        return UpdateAutoScalingGroupRequest.builder()
                .launchConfigurationName(request.launchConfigurationName())
                .launchTemplate(request.launchTemplate())
                .defaultCooldown(request.defaultCooldown())
                .healthCheckType(request.healthCheckType())
                .healthCheckGracePeriod(request.healthCheckGracePeriod())
                .terminationPolicies(request.terminationPolicies())
                .instanceLifecyclePolicy(request.instanceLifecyclePolicy())
                .newInstancesProtectedFromScaleIn(request.newInstancesProtectedFromScaleIn())
                .build();
    }

    private static AutoScalingGroup checked(AutoScalingGroup settings) {
        if (settings.minSize() < 0 || settings.minSize() > settings.maxSize()) {
            throw Validation.error("Min bound, " + settings.minSize() + ", must be less than or equal to max bound, "
                    + settings.maxSize());
        }
        if (settings.desiredCapacity() < settings.minSize() || settings.desiredCapacity() > settings.maxSize()) {
            throw Validation.error("Desired capacity:" + settings.desiredCapacity()
                    + " must be between the specified min size:" + settings.minSize() + " and max size:"
                    + settings.maxSize());
        }
        if (!HEALTH_CHECKS.contains(settings.healthCheckType())) {
            throw Validation.notSimulated("the health check type '" + settings.healthCheckType() + "'");
        }
        settings.terminationPolicies().stream()
                .filter(p -> ScaleIn.Policy.ofWord(p, ScaleIn.Policy.OLDEST).isEmpty())
                .findFirst()
                .ifPresent(p -> {
                    throw Validation.notSimulated("the termination policy '" + p + "'");
                });
        return settings;
    }

    /** The zones named; without any, each subnet is taken for a zone of its own. */
    private static List<String> zones(List<String> named, @Nullable String subnets, Account account) {
        if (!named.isEmpty()) {
            return named;
        }
        if (subnets == null || subnets.isEmpty()) {
            throw Validation.error("At least one Availability Zone or VPC Subnet is required.");
        }
        return IntStream.range(0, subnets.split(",", -1).length)
                .mapToObj(i -> account.region() + (char) ('a' + i))
                .toList();
    }
}
