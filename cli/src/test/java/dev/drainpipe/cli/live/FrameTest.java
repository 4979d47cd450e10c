package dev.drainpipe.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.report.Stories;
import dev.drainpipe.cli.report.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final List<String> LOG = List.of("log 1", "log 2", "log 3");

    private static Scene scene(Story story, int dropped) {
        return new Scene(
                "6 instances",
                Story.ZERO.plusSeconds(5),
                "0:05 after the scale-in",
                story.recorder().fleet(),
                new Scene.Requests(7, 1234, dropped));
    }

    private static Story oneDraining() {
        return new Story(Story.defaults())
                .inService(Stories.id(0), 0)
                .inService(Stories.id(1), 1)
                .at(-60)
                .counts(1, 1)
                .askedToLeave(Stories.id(1), 1)
                .at(4)
                .ecs(Stories.id(1), "DRAINING");
    }

    private static List<String> frame(Scene scene, int columns, int rows) {
        return Frame.lines(scene, LOG, new Frame.Size(columns, rows, Paint.NONE));
    }

    @Test
    void theInstanceThatLeavesStandsFirstWithWhatBlocksIt() {
        List<String> lines = frame(scene(oneDraining(), 0), 120, 20);

        assertThat(lines.get(6))
                .isEqualTo(Stories.id(1)
                        + "  traffic left      1  1 task not STOPPED (1 RUNNING); load balancer lb: registered");
        assertThat(lines.get(7)).startsWith(Stories.id(0) + "  in service");
    }

    @Test
    void clockTasksAndRequestsStandOnTop() {
        assertThat(frame(scene(oneDraining(), 0), 120, 20))
                .startsWith(
                        "Drainpipe  6 instances",
                        "Clock      12:00:05 UTC, 0:05 after the scale-in",
                        "Tasks      1 desired, 1 running, 1 healthy, on 1 ACTIVE instances (0 to spare)",
                        "Requests   7 in flight, 1,234 served, 0 dropped");
    }

    @Test
    void theLatestLogLinesFillTheRest() {
        assertThat(frame(scene(oneDraining(), 0), 120, 11)).endsWith("log 2", "log 3");
    }

    @Test
    void thePictureNeverExceedsTheScreen() {
        Story story = Stories.goodRun(100, 60);

        List<String> lines = frame(scene(story, 0), 40, 12);

        assertThat(lines).hasSizeLessThanOrEqualTo(12).allMatch(line -> line.length() <= 40);
    }

    @Test
    void whatHasNoRoomIsCounted() {
        Story story = new Story(Story.defaults());
        for (int i = 0; i < 30; i++) {
            story.inService(Stories.id(i), 0);
        }

        assertThat(frame(scene(story, 0), 120, 20)).contains("and 23 more, 0 of them leaving");
    }

    @Test
    void aLongLogLineIsWrappedAndKeepsItsEnd() {
        List<String> log = List.of("a".repeat(50) + "the end");

        List<String> lines = Frame.lines(scene(oneDraining(), 0), log, new Frame.Size(50, 20, Paint.NONE));

        assertThat(lines).endsWith("a".repeat(50), "              the end");
    }

    @Test
    void aSafeInstanceWaitsOnlyForTheNextLook() {
        Story story =
                oneDraining().loadBalancer(Stories.id(1), "out").task(Stories.id(1), Stories.id(1) + "/0", "STOPPED");

        assertThat(frame(scene(story, 0), 120, 20).get(6))
                .isEqualTo(Stories.id(1) + "  safe              0  nothing; the terminator's next look lets it go");
    }

    @Test
    void controlCharactersOfALogLineDoNotReachTheTerminal() {
        List<String> lines =
                Frame.lines(scene(oneDraining(), 0), List.of("a\u001b[2Jb\tc"), new Frame.Size(120, 20, Paint.NONE));

        assertThat(lines).endsWith("a [2Jb c");
    }

    @Test
    void aDroppedRequestIsPaintedAsAnAlarm() {
        List<String> lines = Frame.lines(scene(oneDraining(), 1), LOG, new Frame.Size(120, 20, Paint.COLOUR));

        assertThat(lines.get(3)).startsWith("\u001b[1;31mRequests").endsWith("1 dropped\u001b[0m");
    }
}
