package dev.drainpipe.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void jsonHasTypesAndAnEnvironmentHasNone() {
        assertThat(Fields.ofJson(Map.of("n", 5)).whole("n", 0, 5)).isEqualTo(5);
        assertThat(Fields.ofEnvironment(Map.of("n", " 5 ")).whole("n", 0, 5)).isEqualTo(5);

        Fields text = Fields.ofJson(Map.of("n", "5"));
        assertThat(text.optionalWhole("n", 0, 5)).isEmpty();
        assertThat(text.mistakes()).containsExactly("n is \"5\"; accepted: a whole number from 0 to 5");
    }

    @Test
    void boundsAreIncluded() {
        for (int inside : new int[] {2, 3, 4}) {
            assertThat(Fields.ofJson(Map.of("n", inside)).optionalWhole("n", 2, 4))
                    .contains(inside);
        }
        for (int outside : new int[] {1, 5}) {
            assertThat(Fields.ofJson(Map.of("n", outside)).optionalWhole("n", 2, 4))
                    .isEmpty();
        }
    }

    @Test
    void aRequiredFieldOfAWrongTypeIsOneMistakeNotTwo() {
        Fields fields = Fields.ofJson(Map.of("t", 7));

        fields.text("t");

        assertThat(fields.mistakes()).containsExactly("t is 7; accepted: a text");
    }

    @Test
    void theEmptyTextCountsAsAbsent() {
        Fields fields = Fields.ofEnvironment(Map.of("A", "", "L", " , "));

        assertThat(fields.optionalText("A")).isEmpty();
        assertThat(fields.texts("L")).isEmpty();
        assertThat(fields.mistakes()).isEmpty();
    }

    @Test
    void anElementOfAListThatIsNoTextIsAMistake() {
        Fields fields = Fields.ofJson(Map.of("l", List.of("a", "")));

        assertThat(fields.texts("l")).isEmpty();
        assertThat(fields.mistakes()).containsExactly("l is [a, ]; accepted: a list of texts");
    }

    @Test
    void aTokenIsNeverShown() {
        Fields fields = Fields.ofJson(Map.of("LifecycleActionToken", List.of("secret")));

        fields.optionalText("LifecycleActionToken");

        assertThat(fields.mistakes()).containsExactly("LifecycleActionToken is not shown; accepted: a text");
    }

    /** The token of a wait is enough to let its instance go; a log is read by more people than may do that. */
    @Test
    void aValueWithATokenInsideIsNotShownEither() {
        Fields fields = Fields.ofJson(Map.of("detail", List.of(Map.of("LifecycleActionToken", "secret"))));

        fields.document("detail");

        assertThat(fields.mistakes()).containsExactly("detail is not shown; accepted: a JSON object");
    }

    @Test
    void aLongValueIsCutAndWhatCannotBePrintedIsReplaced() {
        Fields fields = Fields.ofJson(Map.of("n", "line\n" + "x".repeat(100)));

        fields.optionalWhole("n", 0, 1);

        assertThat(fields.mistakes())
                .containsExactly("n is \"line?" + "x".repeat(75) + "...\"; accepted: a whole number from 0 to 1");
    }

    @Test
    void withoutMistakesNothingIsThrown() {
        Fields fields = Fields.ofJson(Map.of("a", "b"));
        fields.text("a");
        fields.refuseOthers();

        fields.finish("it");

        fields.mistake("all is wrong");
        assertThatThrownBy(() -> fields.finish("it"))
                .isInstanceOf(BadInput.class)
                .hasMessage("it: all is wrong");
    }

    @Test
    void whatIsNoJsonObjectIsNone() {
        assertThat(Json.object("[1]")).isEmpty();
        assertThat(Json.object("\"text\"")).isEmpty();
        assertThat(Json.object("{\"a\": ")).isEmpty();
        assertThat(Json.object("")).isEmpty();
        assertThat(Json.object("null")).isEmpty();
        assertThat(Json.object("{}")).contains(Map.of());
    }
}
