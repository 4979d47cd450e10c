package dev.drainpipe.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.message.LifecycleMessage.Launch;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Termination;
import dev.drainpipe.message.LifecycleMessage.TestNotification;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import dev.drainpipe.message.LifecycleMessage.WarmPoolMove;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleParserTest {
    private static final LifecycleAction ACTION =
            new LifecycleAction("i-0123456789abcdef0", "web-asg", "drain", "87654321-4321-4321-4321-210987654321");
    private static final Instant TIME = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"termination-direct", "termination-sns", "termination-eventbridge"})
    void aTerminationIsTheSameWhicheverWayItCame(String file) throws IOException {
        assertThat(parseFile(file)).isEqualTo(new Termination(ACTION, TIME, "owned by the web team"));
    }

    @Test
    void aTerminationWithoutOptionalKeysIsOneToo() throws IOException {
        assertThat(parseFile("termination-older-shape")).isEqualTo(new Termination(ACTION, TIME, ""));
    }

    @Test
    void anEventMayComeThroughSns() throws IOException {
        String event = read("termination-eventbridge.json");

        assertThat(LifecycleParser.parse(Json.text(Map.of("Type", "Notification", "Message", event))))
                .isEqualTo(new Termination(ACTION, TIME, "owned by the web team"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "launch-eventbridge"})
    void aLaunchIsNoTermination(String file) throws IOException {
        assertThat(parseFile(file)).isInstanceOfSatisfying(Launch.class, launch -> {
            assertThat(launch.action()).isEqualTo(ACTION);
            assertThat(launch.time()).isEqualTo(TIME);
        });
    }

    @Test
    void aReturnToTheWarmPoolIsNoTerminationThoughItSaysSo() throws IOException {
        assertThat(parseFile("warm-pool-return")).isEqualTo(new WarmPoolMove(ACTION));
    }

    @Test
    void aTestNotificationIsKnownByItsEventWhateverElseItCarries() throws IOException {
        assertThat(parseFile("test-notification")).isEqualTo(new TestNotification("web-asg"));
        Map<String, Object> withEverything = document("termination-direct.json");
        withEverything.put("Event", "autoscaling:TEST_NOTIFICATION");
        assertThat(LifecycleParser.parse(Json.text(withEverything))).isEqualTo(new TestNotification("web-asg"));
        assertThat(LifecycleParser.parse("{\"LifecycleTransition\": \"autoscaling:TEST_NOTIFICATION\"}"))
                .isEqualTo(new TestNotification("unnamed"));
    }

    @Test
    void whatIsUnderstoodAndNotOurBusinessHasAReason() throws IOException {
        assertThat(LifecycleParser.parse("{\"detail-type\": \"EC2 Fleet State Change\", \"detail\": {}}"))
                .isEqualTo(new Uninteresting("the EventBridge event EC2 Fleet State Change"));
        assertThat(LifecycleParser.parse("{\"Event\": \"autoscaling:EC2_INSTANCE_TERMINATE\"}"))
                .isEqualTo(new Uninteresting("the event autoscaling:EC2_INSTANCE_TERMINATE"));
        assertThat(LifecycleParser.parse("{\"Type\": \"SubscriptionConfirmation\", \"Message\": \"You have ...\"}"))
                .isEqualTo(new Uninteresting("an SNS message of the type SubscriptionConfirmation"));
        assertThat(LifecycleParser.parse("{\"LifecycleTransition\": \"autoscaling:SOMETHING_NEW\"}"))
                .isEqualTo(new Uninteresting("the transition autoscaling:SOMETHING_NEW"));
    }

    @Test
    void aMalformedMessageNamesEveryMistake() throws IOException {
        assertThat(parseFile("malformed-without-instance"))
                .isEqualTo(new Malformed("EC2InstanceId is missing; accepted: a text that is not empty"
                        + "; LifecycleHookName is missing; accepted: a text that is not empty"));
        assertThat(LifecycleParser.parse(read("malformed-not-json.txt")))
                .isEqualTo(new Malformed("the body is not a JSON object"));
        assertThat(LifecycleParser.parse("{}")).isInstanceOf(Malformed.class);
        assertThat(LifecycleParser.parse("{\"detail-type\": \"EC2 Instance-terminate Lifecycle Action\"}"))
                .isEqualTo(new Malformed("detail is missing or not a JSON object"));
    }

    @Test
    void anInstanceIdIsNothingElse() throws IOException {
        Map<String, Object> document = document("termination-direct.json");
        document.put("EC2InstanceId", "i-1'] or ['");

        assertThat(LifecycleParser.parse(Json.text(document)))
                .isEqualTo(new Malformed("EC2InstanceId is \"i-1'] or ['\"; accepted: an EC2 instance id such as"
                        + " i-0123456789abcdef0"));
    }

    @Test
    void envelopesInEnvelopesEnd() {
        String body = "{\"Message\": \"x\"}";
        for (int i = 0; i < 5; i++) {
            body = Json.text(Map.of("Message", body));
        }

        assertThat(LifecycleParser.parse(body)).isEqualTo(new Malformed("an SNS envelope inside an SNS envelope"));
    }

    @Test
    void metadataThatWasUnpackedIsPackedAgain() throws IOException {
        Map<String, Object> document = document("termination-direct.json");
        document.put("NotificationMetadata", Map.of("cluster_name", "web"));

        assertThat(LifecycleParser.parse(Json.text(document)))
                .isEqualTo(new Termination(ACTION, TIME, "{\"cluster_name\":\"web\"}"));
    }

    @Test
    void theTimeCountsOnlyIfItCanBe() {
        Instant sentAt = TIME.plusSeconds(5);

        assertThat(new Termination(ACTION, TIME, "").firstSeen(sentAt)).isEqualTo(TIME);
        assertThat(new Termination(ACTION, null, "").firstSeen(sentAt)).isEqualTo(sentAt);
        assertThat(new Termination(ACTION, sentAt.plusMillis(1), "").firstSeen(sentAt))
                .isEqualTo(sentAt);
        Instant twoDaysBefore = sentAt.minusSeconds(172_800);
        assertThat(new Termination(ACTION, twoDaysBefore, "").firstSeen(sentAt)).isEqualTo(twoDaysBefore);
        assertThat(new Termination(ACTION, twoDaysBefore.minusMillis(1), "").firstSeen(sentAt))
                .isEqualTo(sentAt);
    }

    @Test
    void theOrderOfKeysUnknownKeysAndMissingOptionalOnesDoNotMatter() throws IOException {
        Random dice = new Random(1);
        Set<String> optional = Set.of("Origin", "Destination", "AccountId", "RequestId", "Service");
        for (int i = 0; i < 200; i++) {
            Map<String, Object> document = document("termination-direct.json");
            List<String> keys = new ArrayList<>(document.keySet());
            keys.removeIf(key -> optional.contains(key) && dice.nextBoolean());
            keys.add("Unknown" + dice.nextInt(100));
            Collections.shuffle(keys, dice);
            Map<String, Object> shuffled = new LinkedHashMap<>();
            keys.forEach(key -> shuffled.put(key, document.getOrDefault(key, List.of(Map.of("deep", dice.nextInt())))));

            LifecycleMessage message = LifecycleParser.parse(Json.text(shuffled));

            assertThat(message).as("%s", shuffled).isEqualTo(new Termination(ACTION, TIME, "owned by the web team"));
        }
    }

    @Test
    void noBodyMakesTheParserFail() throws IOException {
        Random dice = new Random(2);
        String body = read("termination-sns.json");
        for (int i = 0; i < 500; i++) {
            int cut = dice.nextInt(body.length());
            int length = dice.nextInt(40);
            String damaged = body.substring(0, cut) + body.substring(Math.min(body.length(), cut + length));

            assertThat(LifecycleParser.parse(damaged)).isNotNull();
        }
    }

    @Test
    void anActionKeepsItsTokenToItself() {
        assertThat(ACTION).hasToString("i-0123456789abcdef0 of web-asg (hook drain)");
    }

    private static LifecycleMessage parseFile(String name) throws IOException {
        return LifecycleParser.parse(read(name + ".json"));
    }

    private static Map<String, Object> document(String name) throws IOException {
        return Json.object(read(name)).orElseThrow();
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of("../events/" + name));
    }
}
