package dev.drainpipe.deregister;

import dev.drainpipe.deregister.Execution.Work;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.message.Delivery;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One pass over a batch of messages: sorts them, looks at all their instances, asks {@link DrainPlan} about each, and
 * carries the plans out in bulk, stage by stage.
 *
 * <p>In a dry run everything is looked at and nothing is done, and every message comes again, so that nothing is lost
 * when the dry run ends.
 */
final class DeregisterStep {
    private final Intake intake;
    private final Observer observer;
    private final Execution execution;
    private final Journal journal;

    DeregisterStep(Intake intake, Observer observer, Execution execution, Journal journal) {
        this.intake = intake;
        this.observer = observer;
        this.execution = execution;
        this.journal = journal;
    }

    /** Does the pass, and answers the ids of the messages that must come again. */
    Set<String> run(List<Delivery> deliveries) {
        Jobs jobs = intake.sort(deliveries);
        Map<Work, String> failed = new LinkedHashMap<>();
        List<Work> works = plan(jobs, failed);
        if (intake.dryRun()) {
            works.forEach(work -> journal.info(
                    "Dry run: would drain " + name(work) + ": " + work.plan().inWords(), fields(work)));
            deliveries.forEach(jobs::fail);
        } else {
            failed.putAll(execution.leaveLoadBalancers(works));
            failed.putAll(execution.setDraining(without(works, failed)));
            failed.putAll(execution.handOver(without(works, failed)));
            without(works, failed)
                    .forEach(work -> journal.info(
                            "Draining " + name(work) + ": " + work.plan().inWords(), fields(work)));
        }
        failed.forEach((work, reason) -> {
            jobs.fail(work.request());
            journal.warn("Not handed over, will be tried again: " + name(work) + ": " + reason, fields(work));
        });
        return jobs.failedMessageIds();
    }

    private List<Work> plan(Jobs jobs, Map<Work, String> failed) {
        Set<Work> works = new LinkedHashSet<>();
        observer.look(jobs.requests()).forEach((request, standing) -> {
            Work work = new Work(request, standing, DrainPlan.of(standing));
            if (work.plan().obstacles().isEmpty()) {
                works.add(work);
            } else {
                failed.put(work, String.join(", ", work.plan().obstacles()));
            }
        });
        return List.copyOf(works);
    }

    private static List<Work> without(List<Work> works, Map<Work, String> failed) {
        return works.stream().filter(work -> !failed.containsKey(work)).toList();
    }

    private static String name(Work work) {
        return work.request().action() + " in " + work.request().cluster();
    }

    private static Map<String, String> fields(Work work) {
        DrainRequest request = work.request();
        return Map.of(
                "instance", request.instanceId(),
                "group", request.action().group(),
                "hook", request.action().hook(),
                "cluster", request.cluster(),
                "firstSeen", request.firstSeen().toString());
    }
}
