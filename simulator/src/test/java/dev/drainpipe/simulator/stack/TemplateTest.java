package dev.drainpipe.simulator.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Template TEMPLATE = Template.parse("""
            Parameters:
              Cluster: {Type: String, AllowedPattern: '^[a-z]+$', ConstraintDescription: must be lower case}
              Count: {Type: Number, Default: 1, MinValue: 0, MaxValue: 9}
              Mode: {Type: String, Default: a, AllowedValues: [a, b]}
              Short: {Type: String, Default: '', MaxLength: 3}
              Arns: {Type: CommaDelimitedList, Default: ''}
            Globals:
              Function:
                Timeout: 60
                Environment: {Variables: {A: '1', B: '1'}}
            Resources:
              WorkFunction:
                Type: AWS::Serverless::Function
                Properties:
                  Timeout: 30
                  Environment: {Variables: {B: '2', C: '2'}}
              Queue:
                Type: AWS::SQS::Queue
            """);

    @Test
    void aParameterHasItsDefaultUnlessItIsGiven() {
        assertThat(TEMPLATE.values(Map.of("Cluster", "web", "Mode", "b")))
                .containsEntry("Cluster", "web")
                .containsEntry("Count", "1")
                .containsEntry("Mode", "b");
    }

    @Test
    void aListIsSplitAtItsCommas() {
        assertThat(TEMPLATE.values(Map.of("Cluster", "web", "Arns", "x, y"))).containsEntry("Arns", List.of("x", "y"));
    }

    @Test
    void anEmptyListHoldsOneEmptyText() {
        assertThat(TEMPLATE.values(Map.of("Cluster", "web"))).containsEntry("Arns", List.of(""));
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        Map<String, String> given = Map.of("Count", "10", "Mode", "c", "Short", "four", "Colour", "red");

        assertThatThrownBy(() -> TEMPLATE.values(given))
                .hasMessageContaining("Colour is no parameter of the template")
                .hasMessageContaining("Cluster is missing and has no default")
                .hasMessageContaining("Count=10 is more than 9")
                .hasMessageContaining("Mode=c must be one of [a, b]")
                .hasMessageContaining("Short=four is longer than 3");
    }

    @Test
    void aValueOutsideItsPatternIsRefusedInTheParametersOwnWords() {
        assertThatThrownBy(() -> TEMPLATE.values(Map.of("Cluster", "WEB")))
                .hasMessage("Cluster=WEB must be lower case");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> TEMPLATE.values(Map.of("Cluster", "web", "Count", "many")))
                .hasMessage("Count=many must be a number");
    }

    @Test
    void theLimitsThemselvesAreAccepted() {
        assertThat(TEMPLATE.values(Map.of("Cluster", "web", "Count", "9"))).containsEntry("Count", "9");
        assertThat(TEMPLATE.values(Map.of("Cluster", "web", "Count", "0"))).containsEntry("Count", "0");
    }

    @Test
    void aFunctionHasWhatGlobalsSayUnlessItSaysOtherwise() {
        Template.Resource function = TEMPLATE.resources().get(0);

        assertThat(function.properties().get("Timeout")).isEqualTo(30);
        assertThat(function.properties().get("Environment"))
                .isEqualTo(Map.of("Variables", Map.of("A", "1", "B", "2", "C", "2")));
    }

    @Test
    void globalsAreForFunctionsOnly() {
        assertThat(TEMPLATE.resources().get(1).properties()).isEmpty();
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        assertThatThrownBy(() -> Template.parse("A: 1\nA: 2")).hasMessageContaining("duplicate key");
    }
}
