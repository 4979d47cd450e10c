package dev.drainpipe.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.message.LifecycleMessage.Announcement;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementEventTest {
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<String> ONE = List.of("i-0123456789abcdef0");

    @Test
    void aSpotNoticeLeavesTwoMinutes() throws IOException {
        assertThat(parseFile("spot-interruption-eventbridge"))
                .isEqualTo(new Announcement(Reason.SPOT_INTERRUPTION, ONE, TIME, TIME.plusSeconds(120)));
    }

    @Test
    void hibernationBeginsAtOnce() throws IOException {
        String text = read("spot-interruption-eventbridge").replace("\"terminate\"", "\"hibernate\"");

        assertThat(LifecycleParser.parse(text)).isEqualTo(new Announcement(Reason.SPOT_INTERRUPTION, ONE, TIME, TIME));
    }

    @Test
    void aRebalanceRecommendationSetsNoDeadline() throws IOException {
        assertThat(parseFile("rebalance-recommendation-eventbridge"))
                .isEqualTo(new Announcement(Reason.REBALANCE, ONE, TIME, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopping", "stopped", "shutting-down", "terminated"})
    void anInstanceThatStopsLeaves(String state) throws IOException {
        assertThat(LifecycleParser.parse(read("state-change-eventbridge").replace("\"stopping\"", "\"" + state + "\"")))
                .isEqualTo(new Announcement(Reason.STATE_CHANGE, ONE, TIME, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "running"})
    void anInstanceThatStartsDoesNot(String state) throws IOException {
        assertThat(LifecycleParser.parse(read("state-change-eventbridge").replace("\"stopping\"", "\"" + state + "\"")))
                .isEqualTo(new Uninteresting("the instance i-0123456789abcdef0 is " + state));
    }

    @Test
    void aScheduledChangeMayConcernSeveralInstancesAndHasItsTimeInWords() throws IOException {
        assertThat(parseFile("health-scheduled-change-eventbridge"))
                .isEqualTo(new Announcement(
                        Reason.SCHEDULED_CHANGE,
                        List.of("i-0123456789abcdef0", "i-0123456789abcdef1"),
                        TIME,
                        Instant.parse("2026-01-01T15:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issue", "accountNotification"})
    void otherNewsOfAwsHealthIsNotOurBusiness(String category) throws IOException {
        String text = read("health-scheduled-change-eventbridge").replace("scheduledChange", category);

        assertThat(LifecycleParser.parse(text))
                .isEqualTo(new Uninteresting("the AWS Health event of EC2, " + category));
    }

    /** An instance that got over its maintenance would be drained, or replaced, when AWS Health says that it is over. */
    @Test
    void aScheduledChangeThatIsOverIsNotOurBusiness() throws IOException {
        String text = read("health-scheduled-change-eventbridge")
                .replace("\"service\"", "\"statusCode\": \"closed\", \"service\"");

        assertThat(LifecycleParser.parse(text))
                .isEqualTo(new Uninteresting("the AWS Health event of EC2, which is closed"));
    }

    @Test
    void aScheduledChangeThatNamesNoInstanceIsNotOurBusiness() throws IOException {
        String text = read("health-scheduled-change-eventbridge").replace("i-0123456789abcdef", "vol-0123456789");

        assertThat(LifecycleParser.parse(text))
                .isEqualTo(new Uninteresting("an AWS Health event of EC2 that names no instance"));
    }

    @Test
    void anEventMayComeThroughSnsAndCarryMore() throws IOException {
        Map<String, Object> event =
                Json.object(read("spot-interruption-eventbridge")).orElseThrow();
        event.put("new-key", Map.of("a", 1));

        assertThat(LifecycleParser.parse(Json.text(Map.of("Type", "Notification", "Message", Json.text(event)))))
                .isInstanceOf(Announcement.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"detail-type\": \"EC2 Spot Instance Interruption Warning\"}",
                "{\"detail-type\": \"EC2 Spot Instance Interruption Warning\", \"detail\": {\"instance-id\": \"i'1\"}}",
                "{\"detail-type\": \"EC2 Instance Rebalance Recommendation\", \"detail\": {}}",
                "{\"detail-type\": \"EC2 Instance State-change Notification\", \"detail\": {\"instance-id\": \"i-1\"}}",
                "{\"detail-type\": \"AWS Health Event\", \"detail\": {\"service\": \"EC2\"}}",
                "{\"detail-type\": \"AWS Health Event\", \"detail\": {\"service\": \"EC2\","
                        + " \"eventTypeCategory\": \"scheduledChange\", \"affectedEntities\": [7]}}"
            })
    void anEventWithoutWhatItMustHaveIsMalformed(String body) {
        assertThat(LifecycleParser.parse(body)).isInstanceOf(Malformed.class);
    }

    private static LifecycleMessage parseFile(String name) throws IOException {
        return LifecycleParser.parse(read(name));
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of("..", "events", name + ".json"));
    }
}
