package dev.drainpipe.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static AwsError errorOf(ThrowingCallable check) {
        return Objects.requireNonNull(catchThrowableOfType(AwsError.class, check));
    }

    @Test
    void aMissingMemberIsNamed() {
        AwsError error = errorOf(() -> Validation.required(null, "loadBalancerName"));

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text())
                .isEqualTo("1 validation error detected: Value null at 'loadBalancerName' failed to satisfy constraint:"
                        + " Member must not be null");
    }

    @Test
    void anEmptyListIsMissing() {
        AwsError error = errorOf(() -> Validation.requiredList(List.of(), "instances"));

        assertThat(error.text()).contains("Value null at 'instances'");
    }

    @Test
    void bothBoundsAreAllowed() {
        assertThat(Validation.between(30, 30, 7200, "heartbeatTimeout")).contains(30);
        assertThat(Validation.between(7200, 30, 7200, "heartbeatTimeout")).contains(7200);
        assertThat(Validation.between(null, 30, 7200, "heartbeatTimeout")).isEmpty();
    }

    @Test
    void aNumberBeyondABoundIsRefusedWithTheBound() {
        assertThat(errorOf(() -> Validation.between(29, 30, 7200, "heartbeatTimeout"))
                        .text())
                .endsWith("Member must have value greater than or equal to 30");
        assertThat(errorOf(() -> Validation.between(7201, 30, 7200, "heartbeatTimeout"))
                        .text())
                .endsWith("Member must have value less than or equal to 7200");
    }

    @Test
    void aWordThatIsNotAcceptedIsRefusedWithTheAcceptedOnes() {
        AwsError error = errorOf(() -> Validation.oneOf("continue", List.of("CONTINUE", "ABANDON"), "result"));

        assertThat(error.text()).contains("'continue'").endsWith("enum value set: [CONTINUE, ABANDON]");
    }
}
