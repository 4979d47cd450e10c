package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drainpipe.simulator.wire.AwsError;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

class ServiceCreationTest {
    private final EcsWorld w = new EcsWorld();

    @Test
    void createsAServiceFromARegisteredTaskDefinition() {
        w.withInstances(4, "i-1");
        register("web");
        CreateServiceRequest request = creating("web").toBuilder()
                .desiredCount(2)
                .loadBalancers(LoadBalancer.builder()
                        .loadBalancerName("lb")
                        .containerName("main")
                        .containerPort(8080)
                        .build())
                .deploymentConfiguration(d -> d.minimumHealthyPercent(50).maximumPercent(150))
                .build();

        w.call(request, CreateServiceResponse.class);
        w.passSeconds(30);

        Service service = w.ecs.service("c", "web");
        assertThat(service.runningCount()).isEqualTo(2);
        assertThat(service.deploymentConfiguration().minimumHealthyPercent()).isEqualTo(50);
        assertThat(service.loadBalancers())
                .extracting(LoadBalancer::loadBalancerName, LoadBalancer::containerName, LoadBalancer::containerPort)
                .containsExactly(tuple("lb", "main", 8080));
        assertThat(service.deployments()).singleElement().satisfies(d -> {
            assertThat(d.status()).isEqualTo("PRIMARY");
            assertThat(d.runningCount()).isEqualTo(2);
        });
        assertThat(w.balancer("lb").calls).hasSize(2);
    }

    @Test
    void refusesAServiceThatExistsOrCannotBe() {
        register("web");
        w.call(creating("web"), CreateServiceResponse.class);

        assertThat(w.refusal(creating("web")).text()).isEqualTo("Creation of service was not idempotent.");
        assertThat(w.refusal(creating("none")).text()).isEqualTo("TaskDefinition not found.");
        assertThat(w.refusal(creating("web").toBuilder()
                                .serviceName("b")
                                .desiredCount(-1)
                                .build())
                        .code())
                .isEqualTo("InvalidParameterException");
        assertThat(w.refusal(creating("web").toBuilder().platformVersion("1").build())
                        .text())
                .contains("platformVersion");
        assertThat(w.refusal(creating("web").toBuilder()
                                .serviceName("b")
                                .loadBalancers(LoadBalancer.builder()
                                        .loadBalancerName("lb")
                                        .containerName("main")
                                        .containerPort(1)
                                        .build())
                                .build())
                        .text())
                .isEqualTo("The container main did not have a container port 1 defined.");
    }

    @Test
    void aDaemonServiceRefusesADesiredCount() {
        register("agent");
        CreateServiceRequest daemon = creating("agent").toBuilder()
                .schedulingStrategy("DAEMON")
                .desiredCount(null)
                .build();
        String text = "The daemon scheduling strategy does not support a desired count for services.";

        assertThat(w.refusal(daemon.toBuilder().desiredCount(1).build()).text()).startsWith(text);

        w.call(daemon, CreateServiceResponse.class);
        AwsError update = w.refusal(UpdateServiceRequest.builder()
                .cluster("c")
                .service("agent")
                .desiredCount(0)
                .build());
        assertThat(update.code()).isEqualTo("InvalidParameterException");
        assertThat(update.text()).startsWith(text);
    }

    @Test
    void numbersTheRevisionsOfATaskDefinition() {
        assertThat(register("web")).endsWith(":task-definition/web:1");
        assertThat(register("web")).endsWith(":task-definition/web:2");

        assertThat(described("web")).endsWith("web:2");
        assertThat(described("web:1")).endsWith("web:1");
        assertThat(w.refusal(DescribeTaskDefinitionRequest.builder()
                                .taskDefinition("x")
                                .build())
                        .code())
                .isEqualTo("ClientException");
    }

    private String register(String family) {
        RegisterTaskDefinitionRequest request = RegisterTaskDefinitionRequest.builder()
                .family(family)
                .containerDefinitions(ContainerDefinition.builder()
                        .name("main")
                        .image("image")
                        .memory(128)
                        .stopTimeout(60)
                        .portMappings(PortMapping.builder().containerPort(8080).build())
                        .build())
                .build();
        return w.call(request, RegisterTaskDefinitionResponse.class)
                .taskDefinition()
                .taskDefinitionArn();
    }

    private String described(String name) {
        return w.call(
                        DescribeTaskDefinitionRequest.builder()
                                .taskDefinition(name)
                                .build(),
                        DescribeTaskDefinitionResponse.class)
                .taskDefinition()
                .taskDefinitionArn();
    }

    private static CreateServiceRequest creating(String family) {
        return CreateServiceRequest.builder()
                .cluster("c")
                .serviceName(family)
                .taskDefinition(family)
                .desiredCount(1)
                .build();
    }
}
