package dev.drainpipe.cli.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Stories;
import dev.drainpipe.cli.report.Story;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimelinePageTest {
    private static String page(RunReport report, String... log) {
        return TimelinePage.html(report, List.of(log));
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }

    @Test
    void thePageLoadsNothingFromAnywhere() {
        String page = page(Stories.goodRun(6, 2).report());

        assertThat(page)
                .doesNotContainPattern("(?i)https?:")
                .doesNotContainPattern("(?i)\\b(src|href)\\s*=")
                .doesNotContainPattern("(?i)url\\(|@import|fetch\\(|XMLHttpRequest|import\\(");
    }

    @Test
    void everyPlaceholderIsFilled() {
        assertThat(page(Stories.goodRun(6, 2).report())).doesNotContain("{{");
    }

    @Test
    void textFromTheRunIsEscaped() {
        RunReport report = Stories.goodRun(6, 2)
                .dropped("i-<b>", "</script><script>alert(1)")
                .report();

        String page = page(report, "<img onerror='x'> & \"more\" {{css}}");

        assertThat(page)
                .contains("&lt;img onerror=&#39;x&#39;&gt; &amp; &quot;more&quot; {{css}}")
                .doesNotContain("<img")
                .doesNotContain("<script>alert");
    }

    @Test
    void everyInstanceHasARow() {
        String page = page(Stories.goodRun(100, 60).report());

        for (int i = 0; i < 100; i++) {
            assertThat(page).contains(">" + Stories.id(i) + "</text>");
        }
    }

    @Test
    void everyStageOfEveryLeaverIsABarWithItsMeaning() {
        String page = page(Stories.goodRun(6, 2).report());

        assertThat(count(page, "class=\"bar s-traffic_left\"")).isEqualTo(2);
        assertThat(page).contains(Stories.id(0) + ": traffic left for 0:40, 0:05 to 0:45.");
    }

    @Test
    void aDroppedRequestIsSeen() {
        String page = page(
                Stories.goodRun(6, 2).at(100).dropped("i-1", "broken").at(240).report());

        assertThat(page).contains("<h1>Something was lost</h1>").contains("class=\"dropped\"><title>1 dropped");
    }

    @Test
    void aRunOfNothingStillGivesAPage() {
        RunReport report = new Story(Story.of(1, 0)).report();

        assertThat(page(report)).contains("</html>").doesNotContain("NaN").doesNotContain("Infinity");
    }
}
