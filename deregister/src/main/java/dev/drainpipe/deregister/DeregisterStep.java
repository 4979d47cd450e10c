package dev.drainpipe.deregister;

import dev.drainpipe.deregister.WayOut.Way;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.message.Delivery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One pass over a batch of messages: sorts them, finds out what follows for each instance, looks at what the instances
 * must leave, asks {@link DrainPlan} about each, and carries the plans out in bulk, stage by stage.
 *
 * <p>In a dry run it does the same with hands that only say what they would do, and every message that is our business
 * comes again, so that nothing is lost when the dry run ends.
 */
final class DeregisterStep {
    private static final Set<Way> DRAINS = EnumSet.of(Way.DRAIN_AND_HAND_OVER, Way.DRAIN_ONLY);

    private final Intake intake;
    private final Triage triage;
    private final Observer observer;
    private final Execution execution;
    private final Attempts attempts;

    DeregisterStep(Intake intake, Triage triage, Observer observer, Execution execution, Attempts attempts) {
        this.intake = intake;
        this.triage = triage;
        this.observer = observer;
        this.execution = execution;
        this.attempts = attempts;
    }

    /**
     * Does the pass, and answers the ids of the messages that must come again.
     *
     * <p>If our code fails over one instance, each is handled on its own: whatever was done for the others already is
     * harmless to do again, and only the one that it cannot bear stays behind.
     */
    Set<String> run(List<Delivery> deliveries) {
        Jobs jobs = intake.sort(deliveries);
        if (!attempts.act(() -> pass(jobs.all(), jobs))) {
            for (Job job : jobs.all()) {
                if (!attempts.act(() -> pass(List.of(job), jobs))) {
                    jobs.fail(job);
                }
            }
        }
        return jobs.failedMessageIds();
    }

    private void pass(List<Job> asked, Jobs jobs) {
        List<Work> works = plan(triage.decide(asked, jobs));
        Map<Work, String> failed = new LinkedHashMap<>();
        works.stream()
                .filter(work -> !work.plan().obstacles().isEmpty())
                .forEach(work -> failed.put(work, String.join(", ", work.plan().obstacles())));
        failed.putAll(execution.run(
                works.stream().filter(work -> !failed.containsKey(work)).toList()));
        for (Work work : works) {
            String why = failed.get(work);
            if (why == null) {
                succeed(work, jobs);
            } else {
                fail(work, why, jobs);
            }
        }
    }

    private List<Work> plan(List<Departure> departures) {
        List<Work> works = new ArrayList<>();
        List<Departure> draining = new ArrayList<>();
        for (Departure departure : departures) {
            if (DRAINS.contains(departure.wayOut().way())) {
                draining.add(departure);
            } else {
                works.add(new Work(departure, DrainPlan.NOTHING));
            }
        }
        observer.look(draining)
                .forEach((departure, standing) -> works.add(new Work(departure, DrainPlan.of(standing))));
        return works;
    }

    private void succeed(Work work, Jobs jobs) {
        String what = work.departure().name() + ": " + work.inWords();
        boolean drains = DRAINS.contains(work.way());
        if (intake.dryRun()) {
            jobs.fail(work.departure().job());
            say("Dry run: would " + (drains ? "drain " : "pass on ") + what, work);
        } else {
            say((drains ? "Draining " : "Passing on ") + what, work);
        }
    }

    private void say(String line, Work work) {
        attempts.journal().info(line, work.departure().fields());
    }

    private void fail(Work work, String why, Jobs jobs) {
        jobs.fail(work.departure().job());
        attempts.journal()
                .warn(
                        "Not handed over, will be tried again: "
                                + work.departure().name() + ": " + why,
                        work.departure().fields());
    }
}
