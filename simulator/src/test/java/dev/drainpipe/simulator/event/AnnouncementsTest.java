package dev.drainpipe.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

class AnnouncementsTest {
    private final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));
    private final List<String> events = new ArrayList<>();

    @BeforeEach
    void twoInstances() {
        aws.autoScaling().create(GroupSpec.of("web", 2));
        aws.autoScaling()
                .putLifecycleHook(PutLifecycleHookRequest.builder()
                        .autoScalingGroupName("web")
                        .lifecycleHookName("drain")
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                        .build());
        aws.world().run(Duration.ofMinutes(5));
        aws.eventBus().rule(new EventPattern(Map.of()), events::add);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void anInterruptedInstanceIsReplacedAtOnceAndGoneAfterTwoMinutesWhateverItsHookSays() {
        String id = first();

        aws.announcements().interrupt(id);

        assertThat(events).first().asString().contains("EC2 Spot Instance Interruption Warning", id);
        aws.world().run(Duration.ofSeconds(119));
        assertThat(aws.world().ec2().find(id)).isPresent();
        assertThat(aws.world().ec2().running()).hasSize(3);
        assertThat(state(id)).isEqualTo("Terminating:Wait");
        aws.world().run(Duration.ofSeconds(1));
        assertThat(aws.world().ec2().find(id)).isEmpty();
        assertThat(events.get(events.size() - 1)).contains("\"terminated\"", id);
    }

    @Test
    void aRecommendationAndAScheduledChangeChangeNothing() {
        String id = first();

        aws.announcements().recommendRebalance(id);
        aws.announcements().scheduleRetirement(List.of(id), Instant.parse("2026-01-01T01:00:00Z"));
        aws.world().run(Duration.ofMinutes(5));

        assertThat(events).hasSize(2);
        assertThat(events.get(1)).contains("Thu, 1 Jan 2026 01:00:00 GMT", id, "scheduledChange");
        assertThat(state(id)).isEqualTo("InService");
    }

    @Test
    void aWaitOnAHookIsAnEventToo() {
        aws.autoScaling().setDesiredCapacity("web", 1);
        aws.world().run(Duration.ofMinutes(1));

        assertThat(events).anyMatch(event -> event.contains("EC2 Instance-terminate Lifecycle Action"));
    }

    private String first() {
        return aws.world().ec2().running().get(0).id();
    }

    private String state(String id) {
        return aws.autoScaling().instances("web").stream()
                .filter(instance -> instance.instanceId().equals(id))
                .findFirst()
                .orElseThrow()
                .lifecycleStateAsString();
    }
}
