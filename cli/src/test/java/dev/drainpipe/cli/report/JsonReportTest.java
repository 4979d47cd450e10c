package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private static Map<String, Object> document(RunReport report) throws IOException {
        return JSON.std.mapFrom(JsonReport.text(report));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> in, String key) {
        return (Map<String, Object>) Objects.requireNonNull(in.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> firstDeparture(Map<String, Object> document) {
        List<?> departures = (List<?>) Objects.requireNonNull(document.get("departures"));
        return (Map<String, Object>) departures.get(0);
    }

    @Test
    void theKeysStay() throws IOException {
        Map<String, Object> document = document(Stories.goodRun(6, 2).report());

        assertThat(document.keySet())
                .containsExactly(
                        "ok",
                        "why",
                        "setup",
                        "seconds",
                        "departures",
                        "n_plus_one",
                        "service",
                        "requests",
                        "functions",
                        "messages");
        assertThat(firstDeparture(document).keySet())
                .containsExactly("instance_id", "safe", "by", "took", "leftovers", "milestones", "stages");
    }

    @Test
    void momentsAreSecondsSinceTheScaleIn() throws IOException {
        Map<String, Object> departure =
                firstDeparture(document(Stories.goodRun(6, 2).report()));

        assertThat(object(departure, "milestones"))
                .containsEntry("terminating", 1.0)
                .containsEntry("draining", 5.0)
                .containsEntry("completed", 120.0);
        assertThat(object(departure, "stages")).containsEntry("traffic_left", 40.0);
    }

    @Test
    void aRunThatFailedSaysWhy() throws IOException {
        Map<String, Object> document =
                document(Stories.goodRun(6, 2).dropped("i-1", "broken").report());

        assertThat(document).containsEntry("ok", false).containsEntry("why", List.of("1 request was dropped."));
        assertThat(object(document, "requests")).containsEntry("dropped", 1);
    }

    @Test
    void anInstanceThatWasNotLetGoHasNoTimeAndNobodyWhoDidIt() throws IOException {
        Story story = new Story(Story.of(2, 1)).inService("i-1", 0).askedToLeave("i-1", 1);

        Map<String, Object> departure = firstDeparture(document(story.report()));

        assertThat(departure)
                .containsEntry("by", null)
                .containsEntry("took", null)
                .containsEntry("safe", false);
    }
}
