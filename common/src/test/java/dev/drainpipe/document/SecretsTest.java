package dev.drainpipe.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String TOKEN = "87654321-4321-4321-4321-210987654321";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No active Lifecycle Action found with token " + TOKEN,
                "Value '" + TOKEN + "' at 'lifecycleActionToken' failed to satisfy constraint",
                "{\"LifecycleActionToken\":\"" + TOKEN + "\"}",
                "{LifecycleActionToken=" + TOKEN + ", x=1}",
                "lifecycle_action_token: " + TOKEN
            })
    void noTokenIsShown(String text) {
        assertThat(Secrets.masked(text)).contains("(hidden)").doesNotContain("87654321", "210987654321");
    }

    @Test
    void aTokenOfAnotherShapeIsNotShownWhereItIsNamedSo() {
        assertThat(Secrets.masked("No active Lifecycle Action found with token abc-123."))
                .isEqualTo("No active Lifecycle Action found with token (hidden)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throttled (Service: Sqs, Status Code: 400, Request ID: " + TOKEN + ")",
                "listing tasks of arn:aws:ecs:r:1:container-instance/" + TOKEN,
                "LifecycleActionToken is missing; accepted: a text that is not empty",
                "No active Lifecycle Action found with instance ID i-1"
            })
    void whatIsNoSecretStays(String text) {
        assertThat(Secrets.masked(text)).isEqualTo(text);
    }

    /** A reason for which a message is malformed is logged and kept on the dead-letter queue. */
    @Test
    void aMistakeDoesNotQuoteATokenThatStandsInTheWrongPlace() {
        Fields fields = Fields.ofJson(Map.of(
                "detail", "{\"LifecycleActionToken\": \"" + TOKEN + "\"}", "instance_id", Map.of("token", TOKEN)));

        fields.document("detail");
        fields.text("instance_id");

        assertThat(fields.mistakes()).hasSize(2).noneMatch(mistake -> mistake.contains("87654321"));
    }
}
