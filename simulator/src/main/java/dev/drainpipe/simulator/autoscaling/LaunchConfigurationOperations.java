package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.CreateLaunchConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateLaunchConfigurationResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLaunchConfigurationsResponse;
import software.amazon.awssdk.services.autoscaling.model.LaunchConfiguration;

/**
 * Launch configurations, of which only the ECS cluster in the user data has an effect.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, CreateLaunchConfiguration.
 */
final class LaunchConfigurationOperations {
    private final World world;
    private final LaunchSettings settings;

    LaunchConfigurationOperations(World world, LaunchSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateLaunchConfigurationRequest.class, this::create)
                .on(DescribeLaunchConfigurationsRequest.class, this::describe);
    }

    private CreateLaunchConfigurationResponse create(CreateLaunchConfigurationRequest request) {
        String name = Validation.required(request.launchConfigurationName(), "launchConfigurationName");
        if (settings.configurations().containsKey(name)) {
            throw AwsError.sender(
                    "AlreadyExists",
                    "Launch Configuration by this name already exists - A launch configuration already exists with"
                            + " the name " + name);
        }
        String id = world.dice().of("launch configuration " + name).uuid().toString();
        settings.configurations()
                .put(
                        name,
                        LaunchConfiguration.builder()
                                .launchConfigurationName(name)
                                .launchConfigurationARN(world.account()
                                        .arn(
                                                "autoscaling",
                                                "launchConfiguration:" + id + ":launchConfigurationName/" + name))
                                .imageId(request.imageId())
                                .instanceType(request.instanceType())
                                .userData(request.userData())
                                .createdTime(world.now())
                                .build());
        return CreateLaunchConfigurationResponse.builder().build();
    }

    private DescribeLaunchConfigurationsResponse describe(DescribeLaunchConfigurationsRequest request) {
        int size =
                Validation.between(request.maxRecords(), 1, 100, "maxRecords").orElse(50);
        List<String> names = request.launchConfigurationNames();
        List<LaunchConfiguration> chosen = settings.configurations().values().stream()
                .filter(c -> names.isEmpty() || names.contains(c.launchConfigurationName()))
                .toList();
        Page<LaunchConfiguration> page = GroupQueries.page(
                chosen, LaunchConfiguration::launchConfigurationName, new Page.Wanted(size, request.nextToken()));
        return DescribeLaunchConfigurationsResponse.builder()
                .launchConfigurations(page.items())
                .nextToken(page.next().orElse(null))
                .build();
    }
}
