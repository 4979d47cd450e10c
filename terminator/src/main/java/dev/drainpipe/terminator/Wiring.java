package dev.drainpipe.terminator;

import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.message.TaskNews;
import dev.drainpipe.port.Backlog;
import dev.drainpipe.port.GroupHooks;
import dev.drainpipe.port.GroupTerminations;
import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Pause;
import dev.drainpipe.port.TaskStops;
import dev.drainpipe.port.TerminationStarts;
import dev.drainpipe.port.WaitingInstances;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a tick together from ports and from what the process remembers; the same in Lambda and in tests. */
final class Wiring {
    private final Reads reads;
    private final Writes writes;
    private final InstantSource clock;
    private final Pause pause;
    private final Heartbeats heartbeats = new Heartbeats();
    private final Naming naming = new Naming();
    private final Ended ended = new Ended();
    private final Watched watchedAlways = new Watched();
    private final SweepMemory sweepMemory = new SweepMemory(ended);
    private final Recent<String> sentBack = new Recent<>();

    /**
     * What is asked.
     *
     * @param places where instances are looked at
     * @param hookTimeouts how long hooks wait
     * @param groupHooks which hooks groups have
     * @param ourHooks which of them are ours
     * @param waiting which instances wait; none if no group is ours
     * @param starts since when
     */
    record Reads(
            Observer.Places places,
            HookTimeouts hookTimeouts,
            GroupHooks groupHooks,
            OurHooks ourHooks,
            Optional<WaitingInstances> waiting,
            TerminationStarts starts) {}

    /**
     * What is changed.
     *
     * @param actions lets instances go
     * @param terminations hands instances to their groups
     * @param taskStops stops tasks
     */
    record Writes(LifecycleActions actions, GroupTerminations terminations, TaskStops taskStops) {}

    /**
     * The queues of a tick.
     *
     * @param inbox the termination queue
     * @param outbox the same, to put copies on
     * @param deadLetters where malformed messages are kept, if anywhere
     * @param frontDoor the lifecycle queue, if it is named
     * @param brought what a queue brought besides; none in a scheduled tick, which sweeps
     * @param backlog the messages that may be with another process, if there are any
     * @param cluster the cluster of messages that name none, if it is named
     */
    record Mailboxes(
            Inbox inbox,
            Outbox outbox,
            Optional<? extends Outbox> deadLetters,
            Optional<? extends Outbox> frontDoor,
            Optional<List<TaskNews>> brought,
            Optional<? extends Backlog> backlog,
            @Nullable String cluster) {
        /** What ECS says of tasks. */
        List<TaskNews> news() {
            return brought.orElse(List.of());
        }

        /** The same queues, from which nothing is taken away and on which nothing is put. */
        Mailboxes pretending(DryRun dryRun) {
            return new Mailboxes(
                    dryRun.inbox(inbox),
                    dryRun.outbox("the termination queue"),
                    deadLetters.map(queue -> dryRun.outbox("the dead-letter queue")),
                    frontDoor.map(queue -> dryRun.outbox("the lifecycle queue")),
                    brought,
                    backlog,
                    cluster);
        }
    }

    Wiring(Reads reads, Writes writes, InstantSource clock, Pause pause) {
        this.reads = reads;
        this.writes = writes;
        this.clock = clock;
        this.pause = pause;
    }

    /** ECS says which tasks have stopped. */
    private void hear(Collection<TaskNews> news) {
        Instant now = clock.instant();
        news.forEach(stopped -> knownTasks().heard(stopped.containerInstance(), stopped.task(), now));
    }

    /** One tick; in a dry run with stand-ins for all that changes something. */
    TerminatorStep tick(Mailboxes mailboxes, Policy policy, Attempts attempts) {
        hear(mailboxes.news());
        if (!policy.dryRun()) {
            return tick(mailboxes, writes, policy, attempts);
        }
        DryRun dryRun = new DryRun(attempts.journal());
        return tick(mailboxes.pretending(dryRun), new Writes(dryRun, dryRun, dryRun), policy, attempts);
    }

    private KnownTasks knownTasks() {
        return reads.places().tasks().known();
    }

    private TerminatorStep tick(Mailboxes mailboxes, Writes acting, Policy policy, Attempts attempts) {
        Tally tally = new Tally();
        // Who takes messages for himself looks at all that he takes, whenever he looked before.
        Watched watched = policy.toldOfTasks() ? watchedAlways : new Watched();
        Agenda agenda = new Agenda(reads.hookTimeouts(), policy, naming, attempts);
        Rhythm rhythm = new Rhythm(agenda, policy, new Rhythm.Remembered(watched, knownTasks(), heartbeats, ended));
        Outbox lifecycleQueue = mailboxes.frontDoor().orElse(null);
        FrontDoor frontDoor = new FrontDoor(lifecycleQueue, policy.dryRun(), attempts);
        TerminatorStep.Tools tools = new TerminatorStep.Tools(
                mail(mailboxes, attempts),
                new Attention(rhythm, watched, mailboxes.news(), policy.toldOfTasks()),
                looking(new Acting(acting, policy, agenda, frontDoor, watched), tally, attempts),
                new Sweep(
                        new Sweep.Places(
                                reads.waiting()
                                        .filter(groups -> mailboxes.brought().isEmpty())
                                        .orElse(Map::of),
                                reads.ourHooks(),
                                reads.starts(),
                                mailboxes.backlog()),
                        frontDoor,
                        sweepMemory,
                        tally,
                        attempts),
                tally,
                pause,
                attempts);
        return new TerminatorStep(tools);
    }

    private Mail mail(Mailboxes mailboxes, Attempts attempts) {
        DeadLetters deadLetters =
                new DeadLetters(mailboxes.deadLetters().map(queue -> queue), "termination queue", attempts.journal());
        return new Mail(
                new Mail.Queue(mailboxes.inbox(), mailboxes.outbox(), deadLetters),
                mailboxes.cluster(),
                knownTasks(),
                attempts);
    }

    /** What acts in a tick, and how. */
    private record Acting(Writes writes, Policy policy, Agenda agenda, FrontDoor frontDoor, Watched watched) {}

    private Looking looking(Acting acting, Tally tally, Attempts attempts) {
        Policy policy = acting.policy();
        Agenda agenda = acting.agenda();
        Execution execution = new Execution(acting.writes().actions(), heartbeats, policy, attempts);
        Judge.Hands hands = new Judge.Hands(
                execution,
                new Stopping(acting.writes().taskStops(), policy, tally, attempts),
                new SendingBack(acting.frontDoor(), reads.groupHooks(), sentBack, tally, attempts));
        Looking.Parts parts = new Looking.Parts(
                new Observer(reads.places(), agenda, policy, attempts, clock),
                new Judge(agenda, hands, new Judge.Notes(naming, acting.watched()), tally, attempts),
                new LaunchJudge(execution, attempts),
                new HandToGroup(
                        reads.places().groups(),
                        reads.ourHooks(),
                        acting.writes().terminations(),
                        policy,
                        attempts));
        return new Looking(parts, new Looking.Past(ended, acting.watched()), naming, tally, attempts);
    }
}
