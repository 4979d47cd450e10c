package dev.drainpipe.verification.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.lambda.Surroundings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a variant is: lines that are there, replaced by others, in classes of their own. */
class CatalogueTest {
    private static final Variant SOME =
            Variant.of("some", "none.").in("task-scaler/DesiredTasks", "max, instances - n", "max, instances");

    static List<Variant> variants() {
        return Catalogue.all();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theLinesAreThereOnceAndWhatStandsInsteadCompiles(Variant variant) {
        assertThat(Compiled.classes(variant)).isNotEmpty();
    }

    @Test
    void eachHasANameOfItsOwnAndSaysWhatItCosts() {
        assertThat(variants()).extracting(Variant::name).doesNotHaveDuplicates();
        assertThat(variants()).extracting(Variant::outage).allMatch(sentence -> sentence.endsWith("."));
        assertThat(variants()).extracting(Variant::caughtBy).allMatch(named -> !named.isEmpty());
    }

    @Test
    void onlyTheClassesOfFunctionsAreLoadedAnew() throws ClassNotFoundException {
        WrongFunctions wrong = WrongFunctions.of(SOME);

        assertThat(wrong.loadClass("dev.drainpipe.taskscaler.DesiredTasks").getClassLoader())
                .isSameAs(wrong);
        assertThat(wrong.loadClass("dev.drainpipe.terminator.TerminatorHandler").getClassLoader())
                .isSameAs(wrong);
        assertThat(wrong.loadClass("dev.drainpipe.lambda.Surroundings")).isSameAs(Surroundings.class);
        assertThat(wrong.loadClass(CatalogueTest.class.getName())).isSameAs(CatalogueTest.class);
    }

    @Test
    void linesThatAreNotThereAreAnError() {
        assertThatThrownBy(() -> WrongFunctions.of(spoilt("instances + n", "")))
                .hasMessageContaining("no longer applies");
    }

    @Test
    void linesThatAreThereTwiceAreAnError() {
        assertThatThrownBy(() -> WrongFunctions.of(spoilt("return", "return"))).hasMessageContaining("exactly once");
    }

    @Test
    void whatDoesNotCompileIsAnError() {
        assertThatThrownBy(() -> WrongFunctions.of(spoilt("max, instances - n", "max, nothing")))
                .hasMessageContaining("cannot find symbol");
    }

    @Test
    void whatFunctionsShareWithTheSimulationCannotBeWrong() {
        assertThatThrownBy(() ->
                        WrongFunctions.of(SOME.in("common/Surroundings", "environment = Map.copyOf(environment);", "")))
                .hasMessageContaining("share with the simulation");
    }

    private static Variant spoilt(String right, String wrong) {
        return Variant.of("some", "none.").in("task-scaler/DesiredTasks", right, wrong);
    }
}
