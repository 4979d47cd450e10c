package dev.drainpipe.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void everyKindOfValueIsReadAsItIs() {
        Map<String, Object> object = Json.object(
                        "{\"t\": \"x\", \"i\": -7, \"d\": 1.5, \"l\": 3000000000, \"b\": true, \"a\": [1, \"y\"], \"o\": {\"k\": 1}}")
                .orElseThrow();

        assertThat(object)
                .containsEntry("t", "x")
                .containsEntry("i", -7)
                .containsEntry("d", new BigDecimal("1.5"))
                .containsEntry("l", new BigDecimal("3000000000"))
                .containsEntry("b", true)
                .containsEntry("a", List.of(1, "y"))
                .containsEntry("o", Map.of("k", 1));
    }

    @Test
    void nothingIsAValue() {
        assertThat(Json.object("{\"n\": null}").orElseThrow()).containsKey("n").containsValue(null);
    }

    @Test
    void theLargestIntegerIsOneAndTheNextIsNot() {
        assertThat(Json.object("{\"n\": 2147483647}").orElseThrow()).containsEntry("n", Integer.MAX_VALUE);
        assertThat(Json.object("{\"n\": 2147483648}").orElseThrow()).doesNotContainEntry("n", Integer.MIN_VALUE);
    }

    @Test
    void anObjectThatSaysAThingTwiceIsNotBelieved() {
        assertThat(Json.object("{\"instance_id\": \"i-1\", \"instance_id\": \"i-2\"}"))
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("text", "a \"quoted\"\nline \u00e9 \ud83d\ude80");
        object.put("number", 5);
        object.put("long", 3_000_000_000L);
        object.put("flag", false);
        object.put("list", Arrays.asList("x", null));
        object.put("object", Map.of());

        Map<String, Object> read = Json.object(Json.text(object)).orElseThrow();

        assertThat(read.remove("long")).isEqualTo(new BigDecimal("3000000000"));
        object.remove("long");
        assertThat(read).isEqualTo(object);
    }

    /**
     * A body may hold half a character as an escape; when the message went on to another queue, the write failed, and
     * the message came back for ever.
     */
    @Test
    void halfACharacterDoesNotStopAMessage() {
        Map<String, Object> object =
                Json.object("{\"t\": \"half \\ud83d of it\"}").orElseThrow();

        assertThat(Json.text(object)).isEqualTo("{\"t\":\"half ? of it\"}");
    }

    @Test
    void aBottomlessObjectIsNotJson() {
        assertThat(Json.object("{\"a\":".repeat(5000) + "1" + "}".repeat(5000))).isEmpty();
    }
}
