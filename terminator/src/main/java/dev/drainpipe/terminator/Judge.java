package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.fleet.Task.Kind;
import dev.drainpipe.lambda.Attempts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks {@link SafeToTerminate} about one instance after the other, has it carried out, and writes it down. */
final class Judge {
    private final Agenda agenda;
    private final Hands hands;
    private final Naming naming;
    private final Watched watched;
    private final Tally tally;
    private final Attempts attempts;
    private final Map<Requests.Key, Decision> lastDecisions = new HashMap<>();

    /**
     * What a judge has others do.
     *
     * @param execution answers the group
     * @param stopping stops tasks
     * @param sendingBack announces instances anew
     */
    record Hands(Execution execution, Stopping stopping, SendingBack sendingBack) {}

    /**
     * What a judge notes for later.
     *
     * @param naming whose tasks were named
     * @param watched who waits for tasks only
     */
    record Notes(Naming naming, Watched watched) {}

    Judge(Agenda agenda, Hands hands, Notes notes, Tally tally, Attempts attempts) {
        this.agenda = agenda;
        this.hands = hands;
        this.naming = notes.naming();
        this.watched = notes.watched();
        this.tally = tally;
        this.attempts = attempts;
    }

    /** What came of what was seen of an instance. */
    Outcome judge(DrainRequest request, Sight sight, Instant now) {
        Case drain = new Case(request, sight, agenda.term(request), agenda.hook(request));
        Decision decision = SafeToTerminate.decide(sight, drain.term(), now);
        hands.stopping().stop(drain, decision, now);
        Outcome outcome = hands.execution().carryOut(drain, decision.verdict(), now);
        hands.sendingBack().sendBack(drain, decision, now);
        if (decision.waitsForTasks()) {
            watched.waitsForTasks(request);
        }
        count(drain, decision, outcome, now);
        write(new DecisionLine(drain, decision, outcome), now);
        nameTasks(drain, outcome, now);
        return outcome;
    }

    private void count(Case drain, Decision decision, Outcome outcome, Instant now) {
        Requests.Key key = Requests.key(drain.request());
        boolean open = decision.verdict() == Verdict.ASK_AGAIN || decision.verdict() == Verdict.OVERDUE;
        if (outcome == Outcome.LET_GO) {
            tally.add(Count.LET_GO);
        }
        if (outcome == Outcome.KEPT_OPEN) {
            tally.add(Count.HEARTBEATS);
        }
        if (open && drain.term().late(now)) {
            tally.once(Count.OVERDUE, key);
        } else if (open && drain.term().near(now)) {
            tally.once(Count.NEAR_DEADLINE, key);
        }
    }

    /**
     * A decision that is the same as at the last look of this tick is no news; but a deadline that is near is, once per
     * tick.
     */
    private void write(DecisionLine line, Instant now) {
        DrainRequest request = line.drain().request();
        Verdict verdict = line.decision().verdict();
        boolean news = !line.decision().equals(lastDecisions.put(Requests.key(request), line.decision()));
        boolean open = verdict == Verdict.ASK_AGAIN || verdict == Verdict.OVERDUE;
        boolean finished = line.outcome().finished();
        if (open && line.drain().term().near(now) && (finished || agenda.warns(request, now))) {
            agenda.warned(request);
            attempts.journal().warn(line.words(now), line.fields(now));
        } else if (news || finished) {
            attempts.journal().info(line.words(now), line.fields(now));
        } else {
            attempts.journal().debug(line.words(now), line.fields(now));
        }
    }

    private void nameTasks(Case drain, Outcome outcome, Instant now) {
        DrainRequest request = drain.request();
        TasksSeen tasks = drain.sight().tasks();
        if (outcome.finished()) {
            naming.forget(request);
        } else if (tasks.oneByOne()) {
            naming.saw(request, tasks.held());
            if (naming.due(request, now)) {
                naming.named(request, now);
                name(request, tasks);
            }
        }
    }

    private void name(DrainRequest request, TasksSeen tasks) {
        List<Task> held = tasks.held();
        long unread = tasks.tasks().stream()
                .filter(task -> task.kind() == Kind.SERVICE
                        && !task.stopping()
                        && !task.protection().known())
                .count();
        if (held.isEmpty() && unread == 0) {
            return;
        }
        String names = held.stream().map(Task::toString).collect(Collectors.joining(", "));
        String unknown = unread == 0 ? "" : "protection not known of " + unread + " service tasks";
        String words = names + (names.isEmpty() || unknown.isEmpty() ? "" : "; ") + unknown;
        attempts.journal()
                .info(
                        "Tasks of " + request.action() + " that ECS does not move by itself: " + words,
                        Map.of("instance", request.instanceId(), "heldTasks", names));
    }
}
