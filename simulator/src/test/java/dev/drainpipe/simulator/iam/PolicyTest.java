package dev.drainpipe.simulator.iam;

import static dev.drainpipe.simulator.iam.Statements.allow;
import static dev.drainpipe.simulator.iam.Statements.deny;
import static dev.drainpipe.simulator.iam.Statements.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.iam.Policy.Decision;
import dev.drainpipe.simulator.stack.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
    private static final String CLUSTER = "arn:aws:ecs:eu-central-1:111122223333:cluster/prod-a";
    private static final Access ACCESS = new Access(
            "ecs:StopTask", "arn:aws:ecs:eu-central-1:111122223333:task/prod-a/t", Map.of("ecs:cluster", CLUSTER));

    @Test
    void whatNoStatementAllowsIsNotAllowed() {
        assertThat(decide()).isEqualTo(Decision.NOT_ALLOWED);
        assertThat(decide(allow("ecs:StartTask", "*"))).isEqualTo(Decision.NOT_ALLOWED);
        assertThat(decide(allow("ecs:StopTask", "arn:aws:ecs:eu-central-1:111122223333:task/b/*")))
                .isEqualTo(Decision.NOT_ALLOWED);
    }

    @Test
    void oneStatementThatAllowsIsEnough() {
        assertThat(decide(allow("ecs:StartTask", "*"), allow("ecs:StopTask", "*")))
                .isEqualTo(Decision.ALLOWED);
    }

    @Test
    void aDenyWinsWhereverItStands() {
        assertThat(decide(deny("ecs:*", "*"), allow("ecs:StopTask", "*"))).isEqualTo(Decision.DENIED);
        assertThat(decide(allow("ecs:StopTask", "*"), deny("ecs:*", "*"))).isEqualTo(Decision.DENIED);
    }

    @Test
    void aDenyOfSomethingElseDeniesNothing() {
        assertThat(decide(
                        allow("ecs:StopTask", "*"),
                        when(deny("ecs:*", "*"), "ArnEquals", "ecs:cluster", CLUSTER + "-other")))
                .isEqualTo(Decision.ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "ArnEquals,arn:aws:ecs:eu-central-1:111122223333:cluster/prod-a,ALLOWED",
        "ArnEquals,arn:aws:ecs:eu-central-1:111122223333:cluster/prod-*,ALLOWED",
        "ArnLike,arn:aws:ecs:eu-central-1:111122223333:cluster/prod-*,ALLOWED",
        "ArnLike,arn:aws:ecs:eu-central-1:111122223333:cluster/test-*,NOT_ALLOWED",
        "StringEquals,arn:aws:ecs:eu-central-1:111122223333:cluster/prod-a,ALLOWED",
        "StringEquals,arn:aws:ecs:eu-central-1:111122223333:cluster/prod-*,NOT_ALLOWED",
        "StringLike,*prod-?,ALLOWED",
        "StringLike,*prod,NOT_ALLOWED",
    })
    void aConditionMustHold(String operator, String value, Decision decision) {
        assertThat(decide(when(allow("ecs:StopTask", "*"), operator, "ecs:cluster", value)))
                .isEqualTo(decision);
    }

    @Test
    void oneOfTheValuesOfAConditionIsEnough() {
        assertThat(decide(when(allow("ecs:StopTask", "*"), "StringEquals", "ecs:cluster", "other", CLUSTER)))
                .isEqualTo(Decision.ALLOWED);
    }

    @Test
    void everyConditionMustHold() {
        Statement both = new Statement(
                "Test",
                "Allow",
                List.of("ecs:StopTask"),
                List.of("*"),
                Map.of(
                        "StringEquals", Map.of("ecs:cluster", List.of("other")),
                        "ArnLike", Map.of("ecs:cluster", List.of(CLUSTER))));

        assertThat(decide(both)).isEqualTo(Decision.NOT_ALLOWED);
    }

    @Test
    void aKeyThatIsNotInTheRequestFulfilsNoCondition() {
        assertThat(decide(when(allow("ecs:StopTask", "*"), "StringLike", "aws:ResourceTag/drainpipe", "*")))
                .isEqualTo(Decision.NOT_ALLOWED);
    }

    private static Decision decide(Statement... statements) {
        return new Policy(List.of(statements)).decide(ACCESS);
    }
}
