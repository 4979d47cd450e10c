package dev.drainpipe.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Timeline timeline = new Timeline(START);
    private final Processes processes = new Processes(timeline);
    private final List<String> happened = new ArrayList<>();

    @AfterEach
    void close() {
        processes.close();
    }

    @Test
    void twoProcessesInterleaveByTheirSleeps() {
        processes.start(() -> sayEvery(Duration.ofSeconds(2), "a"));
        processes.start(() -> sayEvery(Duration.ofSeconds(3), "b"));

        timeline.runUntil(START.plusSeconds(10));

        assertThat(happened).containsExactly("a@2", "b@3", "a@4", "b@6");
    }

    @Test
    void aKilledProcessEndsWhereItWaits() {
        Processes.VirtualProcess process = processes.start(() -> sayEvery(Duration.ofSeconds(2), "a"));
        timeline.runUntil(START.plusSeconds(3));

        process.kill();
        timeline.runUntil(START.plusSeconds(10));

        assertThat(happened).containsExactly("a@2");
        assertThat(process.ended()).isTrue();
    }

    @Test
    void aProcessKilledBeforeItsStartNeverRuns() {
        processes.start(() -> sayEvery(Duration.ZERO, "a")).kill();

        timeline.runUntil(START.plusSeconds(1));

        assertThat(happened).isEmpty();
    }

    @Test
    void aProcessMayKillAnother() {
        Processes.VirtualProcess victim = processes.start(() -> sayEvery(Duration.ofSeconds(2), "victim"));
        processes.start(() -> {
            processes.sleep(Duration.ofSeconds(3));
            victim.kill();
            happened.add("killed");
        });

        timeline.runUntil(START.plusSeconds(10));

        assertThat(happened).containsExactly("victim@2", "killed");
    }

    @Test
    void aProcessMayKillItself() {
        List<Processes.VirtualProcess> self = new ArrayList<>();
        self.add(processes.start(() -> {
            happened.add("before");
            self.get(0).kill();
            happened.add("after");
        }));

        timeline.runUntil(START.plusSeconds(1));

        assertThat(happened).containsExactly("before");
    }

    @Test
    void aFailureInAProcessStopsTheRunLoudly() {
        processes.start(() -> {
            throw new IllegalArgumentException("a bug");
        });

        assertThatThrownBy(() -> timeline.runUntil(START.plusSeconds(1)))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasRootCauseMessage("a bug");
    }

    @Test
    void onlyAProcessCanSleep() {
        assertThatThrownBy(() -> processes.sleep(Duration.ofSeconds(1))).isInstanceOf(IllegalStateException.class);
    }

    private void sayEvery(Duration gap, String name) {
        for (int i = 0; i < 2; i++) {
            processes.sleep(gap);
            long second = Duration.between(START, timeline.instant()).toSeconds();
            happened.add(name + "@" + second);
        }
    }
}
