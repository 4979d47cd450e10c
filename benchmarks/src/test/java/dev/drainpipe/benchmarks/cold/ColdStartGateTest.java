package dev.drainpipe.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can be counted of a cold start, in the built artefacts behind the real runtime interface client: the figures of
 * today with a small margin, so that they can only get better.
 */
@Timeout(300)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the runtime interface client brings native code for Linux only")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ColdStartGateTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final long MOST_BYTES = 10_000_000;

    /** What a function has no use for: reflective decoding, calendars, other HTTP clients. */
    private static final String[] FORBIDDEN = {
        "com.amazonaws.lambda.thirdparty.com.fasterxml.",
        "com.amazonaws.lambda.thirdparty.org.joda.",
        "com.fasterxml.jackson.",
        "org.joda.",
        "io.netty.",
        "org.apache.http.",
        "org.apache.hc.",
        "software.amazon.awssdk.http.apache",
        "software.amazon.awssdk.http.nio.",
        "software.amazon.awssdk.crt.",
    };

    private Site site;

    @BeforeAll
    void open(@TempDir Path scratch) throws Exception {
        for (Function function : Function.values()) {
            Path zip = zip(function);
            assumeTrue(Files.exists(zip), () -> zip + " is not built; ./mvnw verify builds it first");
        }
        site = Site.open(HOME, scratch);
    }

    @AfterAll
    void close() {
        if (site != null) {
            site.close();
        }
    }

    private static Path zip(Function function) {
        return HOME.resolve(function.module()).resolve("target").resolve(function.module() + ".zip");
    }

    @ParameterizedTest
    @EnumSource
    void aZipHasAtMostTenMegabytes(Function function) throws IOException {
        assertThat(Files.size(zip(function))).isLessThanOrEqualTo(MOST_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"TASK_SCALER, 38", "DEREGISTER, 42", "TERMINATOR, 42"})
    void aZipHasNoMoreJarsThanToday(Function function, int most) throws IOException {
        try (Stream<Path> jars = Files.list(site.artefact(function).resolve("lib"))) {
            assertThat(jars.map(jar -> jar.getFileName().toString()).sorted())
                    .as("jars; after a change of the dependencies, ./mvnw clean removes those of before")
                    .hasSizeLessThanOrEqualTo(most);
        }
    }

    @ParameterizedTest
    @CsvSource({"TASK_SCALER, 2200", "DEREGISTER, 2750", "TERMINATOR, 2850"})
    void aFirstAnswerLoadsNoMoreClassesThanToday(Function function, int most) throws Exception {
        ClassLog classes = ClassLog.of(Subject.ours("gate", function, site), site);

        assertThat(classes.deployed()).hasSizeLessThanOrEqualTo(most);
        assertThat(forbidden(classes)).isEmpty();
    }

    @Test
    void aTickOfTheTerminatorThatFindsNothingIsOneCall() throws Exception {
        try (Start start = new Start(Subject.ours("gate", Function.TERMINATOR, site), site, 0)) {
            assertThat(start.idle()).containsExactly("sqs:ReceiveMessage");
        }
    }

    /** A gate that nothing trips would prove nothing. */
    @Test
    void aFunctionWhoseEventIsDecodedByReflectionTripsTheGate() throws Exception {
        Subject slow = Subject.java(
                "slow",
                Function.TASK_SCALER,
                site.folderOf(SlowHandler.class),
                SlowHandler.class.getName() + "::handleRequest",
                site);

        assertThat(forbidden(ClassLog.of(slow, site))).isNotEmpty();
    }

    private static List<String> forbidden(ClassLog classes) {
        return classes.all().stream()
                .filter(name -> Stream.of(FORBIDDEN).anyMatch(name::startsWith))
                .toList();
    }
}
