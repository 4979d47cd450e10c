package dev.drainpipe.verification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What an operator is asked for. */
class ParametersContractTest {
    private static final DeployedTemplate TEMPLATE = new DeployedTemplate();
    private static final String TEXT = DeployedTemplate.text("template.yaml");

    @Test
    void thereAreFewParameters() {
        assertThat(TEMPLATE.template.parameters()).hasSizeLessThanOrEqualTo(14);
    }

    @Test
    void onlyTheClusterAndTheServiceMustBeGivenAndAreAskedForFirst() {
        List<String> parameters = TEMPLATE.template.parameters();

        assertThat(parameters).startsWith("ClusterName", "ServiceName");
        assertThat(parameters.subList(2, parameters.size()))
                .allMatch(name -> Pattern.compile("(?m)^  " + name + ":\\n(    .*\\n)*    Default: ")
                        .matcher(TEXT)
                        .find());
    }

    @Test
    void everyParameterIsInAGroupOfTheConsole() {
        String groups = TEXT.substring(TEXT.indexOf("ParameterGroups"), TEXT.indexOf("\nParameters:"));

        assertThat(TEMPLATE.template.parameters()).allMatch(name -> groups.matches("(?s).*\\b" + name + "\\b.*"));
    }
}
