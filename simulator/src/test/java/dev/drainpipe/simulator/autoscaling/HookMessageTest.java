package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class HookMessageTest {
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final String[] KEYS = {
        "LifecycleActionToken",
        "AccountId",
        "AutoScalingGroupName",
        "LifecycleHookName",
        "EC2InstanceId",
        "LifecycleTransition",
        "NotificationMetadata",
        "Origin",
        "Destination",
        "RequestId",
        "Service",
        "Time"
    };

    @Test
    void aTerminationMessageHasTheKeysOfTheRealOne() {
        Fleet fleet = Fleet.of(1);
        fleet.autoScaling.putLifecycleHook(Fleet.terminationHook("drain")
                .notificationMetadata("{\"cluster\":\"shop\"}")
                .build());
        String id = fleet.idsIn("InService").get(0);

        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(3));

        Map<String, Object> message = fleet.lifecycleMessages().get(0);
        assertThat(message)
                .containsOnlyKeys(KEYS)
                .containsEntry("AccountId", "111122223333")
                .containsEntry("AutoScalingGroupName", "workers")
                .containsEntry("LifecycleHookName", "drain")
                .containsEntry("EC2InstanceId", id)
                .containsEntry("LifecycleTransition", "autoscaling:EC2_INSTANCE_TERMINATING")
                .containsEntry("NotificationMetadata", "{\"cluster\":\"shop\"}")
                .containsEntry("Origin", "AutoScalingGroup")
                .containsEntry("Destination", "EC2")
                .containsEntry("Service", "AWS Auto Scaling")
                .containsEntry("Time", "2026-01-01T00:02:03.000Z");
        assertThat(message.get("LifecycleActionToken")).asString().matches(UUID);
        assertThat(message.get("RequestId")).asString().matches(UUID);
    }

    @Test
    void metadataIsAbsentIfTheHookHasNone() {
        Fleet fleet = Fleet.of(1).hook("drain").scaleTo(0);

        assertThat(fleet.lifecycleMessages().get(0)).doesNotContainKey("NotificationMetadata");
    }

    @Test
    void aHookWithATargetSendsATestNotification() {
        Fleet fleet = Fleet.of(0).hook("drain");

        assertThat(fleet.allMessages()).singleElement().satisfies(m -> {
            assertThat(m)
                    .containsOnlyKeys(
                            "AccountId",
                            "RequestId",
                            "AutoScalingGroupARN",
                            "AutoScalingGroupName",
                            "Service",
                            "Event",
                            "Time")
                    .containsEntry("Event", "autoscaling:TEST_NOTIFICATION");
            assertThat(m.get("AutoScalingGroupARN"))
                    .asString()
                    .matches("arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:" + UUID
                            + ":autoScalingGroupName/workers");
        });
    }

    @Test
    void anUpdateThatSetsNoTargetSendsNoTestNotification() {
        Fleet fleet = Fleet.of(0).hook("drain");

        fleet.autoScaling.putLifecycleHook(Fleet.terminationHook("drain")
                .notificationTargetARN(null)
                .heartbeatTimeout(60)
                .build());

        assertThat(fleet.allMessages()).hasSize(1);
    }

    @Test
    void aHookWithoutATargetHoldsWithoutAMessage() {
        Fleet fleet = Fleet.of(1);
        fleet.autoScaling.putLifecycleHook(
                Fleet.terminationHook("drain").notificationTargetARN(null).build());

        fleet.scaleTo(0);

        assertThat(fleet.allMessages()).isEmpty();
        assertThat(fleet.idsIn("Terminating:Wait")).hasSize(1);
    }

    @Test
    void aHookThatEndsBeforeItsMessageSendsNone() {
        Fleet fleet = Fleet.of(1).hook("drain");
        String id = fleet.idsIn("InService").get(0);
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2));

        fleet.calls.send(Fleet.completing("drain", "CONTINUE").instanceId(id).build());
        fleet.pass(Duration.ofSeconds(1));

        assertThat(fleet.lifecycleMessages()).isEmpty();
    }

    @Test
    void eventBridgeGetsTheEventWithoutTheKeysOfTheMessage() {
        Fleet fleet = Fleet.of(1).hook("drain");
        List<Map<String, Object>> events = new ArrayList<>();
        fleet.autoScaling.events(json -> events.add(Fleet.parse(json)));

        fleet.scaleTo(0);

        Map<String, Object> event = events.get(0);
        assertThat(event)
                .containsOnlyKeys(
                        "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail")
                .containsEntry("version", "0")
                .containsEntry("detail-type", "EC2 Instance-terminate Lifecycle Action")
                .containsEntry("source", "aws.autoscaling")
                .containsEntry("time", "2026-01-01T00:02:03Z");
        assertThat(event.get("detail"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsOnlyKeys(
                        "LifecycleActionToken",
                        "AutoScalingGroupName",
                        "LifecycleHookName",
                        "EC2InstanceId",
                        "LifecycleTransition")
                .containsEntry("LifecycleActionToken", fleet.token("drain"));
    }

    @Test
    void aReturnToTheWarmPoolIsATerminatingMessageThatIsNoTermination() {
        Fleet fleet = Fleet.of(GroupSpec.of(Fleet.NAME, 1).reusing()).hook("drain");
        String id = fleet.idsIn("InService").get(0);

        fleet.scaleTo(0);
        fleet.complete("drain", fleet.token("drain"), "CONTINUE");
        fleet.pass(Duration.ofSeconds(10));

        assertThat(fleet.lifecycleMessages().get(0))
                .containsEntry("LifecycleTransition", "autoscaling:EC2_INSTANCE_TERMINATING")
                .containsEntry("Origin", "AutoScalingGroup")
                .containsEntry("Destination", "WarmPool");
        assertThat(fleet.statesOf(id))
                .endsWith("Warmed:Pending", "Warmed:Pending:Wait", "Warmed:Pending:Proceed", "Warmed:Running");
        assertThat(fleet.world.ec2().find(id)).isPresent();
        assertThat(fleet.instances()).isEmpty();
    }

    @Test
    void aScaleOutTakesFromTheWarmPoolFirst() {
        Fleet fleet = Fleet.of(GroupSpec.of(Fleet.NAME, 1).reusing()).launchHook("setup");
        String id = fleet.idsIn("InService").get(0);
        fleet.scaleTo(0).pass(Duration.ofMinutes(1));

        fleet.scaleTo(1);

        assertThat(fleet.idsIn("Pending:Wait")).containsExactly(id);
        assertThat(fleet.lifecycleMessages().get(0))
                .containsEntry("Origin", "WarmPool")
                .containsEntry("Destination", "AutoScalingGroup");
    }
}
