package dev.drainpipe.cli.report;

import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.ApiCall;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Whole runs made by hand. */
public final class Stories {
    private Stories() {}

    /** The id of the n-th instance. */
    public static String id(int n) {
        return "i-0%016x".formatted(0x1a2b3c4d5e6fL * (n + 1));
    }

    /** A run in which the first instances leave safely, one after the other, under steady traffic. */
    public static Story goodRun(int instances, int scaleIn) {
        Story story = new Story(Story.of(instances, scaleIn));
        IntStream.range(0, instances).forEach(i -> story.inService(id(i), i == instances - 1 ? 0 : 1));
        story.at(-60).counts(instances - 1, instances - 1);
        Timed timed = new Timed();
        for (int i = 0; i < scaleIn; i++) {
            leave(timed, id(i), id(instances - 1), i);
        }
        timed.plan(62, s -> s.counts(Math.max(1, instances - scaleIn - 1), Math.max(1, instances - scaleIn - 1)));
        traffic(timed, instances);
        timed.plan(
                60,
                s -> s.tell(new ApiCall(
                        Story.ZERO.plusSeconds(60),
                        "drainpipe-task-scaler",
                        "ecs",
                        "DescribeServices",
                        Optional.empty())));
        timed.plan(
                61,
                s -> s.tell(new Invocation(
                        Story.ZERO.plusSeconds(61),
                        "drainpipe-task-scaler",
                        "request-1",
                        Duration.ofMillis(300),
                        Optional.empty())));
        timed.tell(story);
        return story.at(240);
    }

    private static void leave(Timed timed, String instance, String spare, int n) {
        double start = 1 + n % 7 * 0.7;
        double drained = start + 4 + n % 5;
        double out = drained + 40 + n % 9 * 3;
        double stopped = n % 4 == 0 ? out - 10 : out + 14 + n % 6 * 4;
        double done = Math.max(120, Math.ceil(Math.max(out, stopped) / 15) * 15);
        timed.plan(start, s -> s.lifecycle(instance, "Terminating"));
        timed.plan(start + 2, s -> s.lifecycle(instance, "Terminating:Wait"));
        timed.plan(drained, s -> s.ecs(instance, "DRAINING").loadBalancer(instance, "draining"));
        timed.plan(drained + 9, s -> s.task(spare, "replacement-" + n, "RUNNING"));
        timed.plan(drained + 10, s -> s.task(instance, instance + "/0", "STOPPING"));
        timed.plan(out, s -> s.loadBalancer(instance, "out"));
        timed.plan(stopped, s -> s.task(instance, instance + "/0", "STOPPED"));
        timed.plan(done, s -> s.action(instance, ActionStep.COMPLETED));
        timed.plan(done, s -> s.lifecycle(instance, "Terminating:Proceed"));
        timed.plan(done + 25, s -> s.ecs(instance, "INACTIVE").lifecycle(instance, "Terminated"));
    }

    private static void traffic(Timed timed, int instances) {
        for (int i = -3000; i < 12_000; i++) {
            double at = i / 50.0;
            Duration took = Duration.ofMillis(300 + (i * 7919L & 2047));
            timed.plan(at, s -> s.served(id(instances - 1), took));
        }
    }

    /** Parts of a story that are told in the order of their time. */
    private static final class Timed {
        private final TreeMap<Double, List<Consumer<Story>>> parts = new TreeMap<>();

        void plan(double second, Consumer<Story> part) {
            parts.computeIfAbsent(second, s -> new ArrayList<>()).add(part);
        }

        void tell(Story story) {
            parts.forEach((second, list) -> list.forEach(part -> part.accept(story.at(second))));
        }
    }
}
