package dev.drainpipe.verification.layout;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table "What must never depend on what" of the design, row by row. */
class LayoutTest {
    private static final String FLEET = "dev.drainpipe.fleet..";
    private static final String PORT = "dev.drainpipe.port..";
    private static final String MESSAGE = "dev.drainpipe.message..";
    private static final String AWS = "dev.drainpipe.aws..";
    private static final String[] LAMBDAS = {
        "dev.drainpipe.taskscaler..", "dev.drainpipe.deregister..", "dev.drainpipe.terminator.."
    };

    /** The rules: one question, one file. Whoever adds a rule adds it here, and it is held to the same. */
    private static final Set<String> RULES = Set.of(
            "DesiredTasks",
            "DrainPlan",
            "WayOut",
            "SafeToTerminate",
            "Blocker",
            "StillAsked",
            "ReadyToServe",
            "TasksToStop",
            "NextLook");

    /** What rules are asked with and answer with, beside them; as pure as they are. */
    private static final Set<String> RULE_VALUES = Set.of(
            "Standing",
            "Asked",
            "Sight",
            "TasksSeen",
            "Decision",
            "Verdict",
            "Term",
            "StandaloneTasks",
            "Readiness",
            "Outlook");

    // Read once: the classes do not change between two tests.
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.drainpipe");

    @Test
    void everyRuleHasAFileOfItsOwn() {
        Set<String> found = ALL.stream()
                .filter(c -> RULES.contains(c.getSimpleName()))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(RULES);
    }

    @Test
    void fleetAndRulesKnowNothingOutsideTheJdk() {
        DescribedPredicate<JavaClass> pure =
                resideInAnyPackage("java..", "org.jspecify..", FLEET).or(rule());

        classes()
                .that(resideInAPackage(FLEET).or(rule()))
                .should()
                .onlyDependOnClassesThat(pure)
                .check(ALL);
    }

    @Test
    void aRuleHasNoClock() {
        noClasses()
                .that(rule())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .orShould()
                .callMethod(Instant.class, "now")
                .check(ALL);
    }

    @Test
    void aPortSpeaksNobodysLanguageButOurs() {
        classes()
                .that()
                .resideInAPackage(PORT)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", FLEET, PORT, MESSAGE))
                .check(ALL);
    }

    @Test
    void noLambdaKnowsAnother() {
        slices().matching("dev.drainpipe.(taskscaler|deregister|terminator)..")
                .should()
                .notDependOnEachOther()
                .check(ALL);
    }

    @Test
    void aStepDoesNotKnowAws() {
        noClasses()
                .that()
                .resideInAnyPackage(LAMBDAS)
                .and()
                .haveSimpleNameNotEndingWith("Handler")
                .should()
                .dependOnClassesThat(resideInAnyPackage(AWS, "software.amazon.awssdk.."))
                .check(ALL);
    }

    @Test
    void awsWordsStopAtTheAdapters() {
        noClasses()
                .that(resideInAnyPackage(MESSAGE, "dev.drainpipe.fleet..", "dev.drainpipe.port.."))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))
                .check(ALL);
    }

    @Test
    void onlyTheSurroundingsKnowTheEnvironmentAndTheSystemClock() {
        noClasses()
                .that(resideInAnyPackage(LAMBDAS).or(resideInAnyPackage(FLEET, PORT, AWS, MESSAGE)))
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(ALL);
    }

    @Test
    void theSimulatorHasNoClockButItsOwn() {
        noClasses()
                .that()
                .resideInAPackage("dev.drainpipe.simulator..")
                .and()
                .resideOutsideOfPackage("dev.drainpipe.simulator.http..")
                .should()
                .callMethodWhere(readsTheRealClock())
                .check(ALL);
    }

    @Test
    void theSimulatorIsProofNotProduct() {
        noClasses()
                .that(resideInAnyPackage(LAMBDAS)
                        .or(resideInAnyPackage(FLEET, PORT, AWS, MESSAGE, "dev.drainpipe.lambda..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.drainpipe.simulator..")
                .check(ALL);
    }

    @Test
    void theSimulatorDoesNotKnowTheProduct() {
        noClasses()
                .that()
                .resideInAPackage("dev.drainpipe.simulator..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(LAMBDAS)
                        .or(resideInAnyPackage(FLEET, PORT, AWS, MESSAGE, "dev.drainpipe.lambda..")))
                .check(ALL);
    }

    private static DescribedPredicate<JavaClass> rule() {
        return describe("a rule", type -> isRule(outermost(type)));
    }

    private static boolean isRule(JavaClass type) {
        String name = type.getSimpleName();
        boolean named = RULES.contains(name) || RULE_VALUES.contains(name);
        return named && resideInAnyPackage(LAMBDAS).test(type);
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass plain = type.getBaseComponentType();
        return plain.getEnclosingClass().map(LayoutTest::outermost).orElse(plain);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheRealClock() {
        Set<String> readings = Set.of(
                "java.time.Instant.now()",
                "java.lang.System.currentTimeMillis()",
                "java.lang.System.nanoTime()",
                "java.time.InstantSource.system()",
                "java.util.UUID.randomUUID()",
                "java.lang.Math.random()");
        return describe(
                "the real clock or unseeded chance",
                access -> readings.contains(access.getTarget().getFullName()));
    }
}
