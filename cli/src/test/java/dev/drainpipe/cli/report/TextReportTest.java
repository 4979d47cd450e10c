package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static String good() {
        return String.join("\n", TextReport.lines(Stories.goodRun(6, 2).report()));
    }

    @Test
    void theFirstLineSaysWhatCameOut() {
        assertThat(good())
                .startsWith("It worked: 2 of 2 instances let go safely, 15,000 requests served, 0 dropped.\n");
    }

    @Test
    void aBadRunBeginsWithTheReasons() {
        Story story = Stories.goodRun(6, 2).dropped(Stories.id(1), "connection refused");

        assertThat(TextReport.lines(story.report()))
                .startsWith(
                        "It did not work: 2 of 2 instances let go safely, 15,000 requests served, 1 dropped.",
                        "  - 1 request was dropped.");
    }

    @Test
    void eachLeaverHasARowOfDurationsAndABar() {
        assertThat(good())
                .containsPattern(Stories.id(0) + " +0:02 +0:02 +0:40 +0:00 +1:15  1:59, safely")
                .containsPattern(Stories.id(0) + "  \\.+uL+s+x+");
    }

    @Test
    void nPlusOneIsReportedWithItsTimes() {
        assertThat(good()).contains("N+1        not kept for 0:57: 0:05 to 1:02 (at worst -1)");
    }

    @Test
    void callsAreListedByFunction() {
        assertThat(good())
                .contains("drainpipe-task-scaler: 1 invocation, 1 call\n")
                .containsPattern(" 1  ecs:DescribeServices");
    }

    @Test
    void everyTerminalCanShowIt() {
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(good())).isTrue();
    }

    @Test
    void aRunWithoutLeaversHasNoTable() {
        String text = String.join("\n", TextReport.lines(Stories.goodRun(3, 0).report()));

        assertThat(text).doesNotContain("How long each stage took").contains("kept throughout");
    }
}
