package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Hook;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.Backlog;
import dev.drainpipe.port.TerminationStarts;
import dev.drainpipe.port.WaitingInstances;
import dev.drainpipe.terminator.FrontDoor.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds instances that wait on our hooks although no message asks for them, and takes them in at the front door.
 *
 * <p>Their messages were lost, purged or dead-lettered, or were sent before there was anybody to read them. One that is
 * still on its way must not be doubled, so an instance is taken in only if it was missing twice, minutes apart.
 */
final class Sweep {
    /**
     * Where a sweep looks.
     *
     * @param waiting the instances that wait
     * @param hooks which hooks are ours
     * @param starts since when
     * @param backlog how many messages may be with another process; none if this one has seen them all
     */
    record Places(
            WaitingInstances waiting, OurHooks hooks, TerminationStarts starts, Optional<? extends Backlog> backlog) {}

    private final Places places;
    private final FrontDoor frontDoor;
    private final SweepMemory memory;
    private final Tally tally;
    private final Attempts attempts;

    Sweep(Places places, FrontDoor frontDoor, SweepMemory memory, Tally tally, Attempts attempts) {
        this.places = places;
        this.frontDoor = frontDoor;
        this.memory = memory;
        this.tally = tally;
        this.attempts = attempts;
    }

    /**
     * Sweeps, if it is time to.
     *
     * @param askedFor the instances that a message of this tick asks for
     */
    void run(Set<String> askedFor, Instant now) {
        if (frontDoor.exists() && memory.due(!askedFor.isEmpty(), now)) {
            attempts.ask(places.waiting()::byGroup).ifPresent(waiting -> take(waiting, askedFor, now));
        }
    }

    private void take(Map<String, Set<String>> waiting, Set<String> askedFor, Instant now) {
        Set<String> missing = waiting.values().stream()
                .flatMap(Set::stream)
                .filter(id -> !askedFor.contains(id))
                .collect(Collectors.toSet());
        Set<String> lost = memory.missingAgain(missing, now);
        long waitingInAll = waiting.values().stream().mapToLong(Set::size).sum();
        if (!lost.isEmpty() && mayBeElsewhere(waitingInAll)) {
            lost = memory.longMissing(lost, now);
        }
        takeIn(waiting, lost, now);
    }

    /** As long as there are as many messages as instances wait, each may be with another process. */
    private boolean mayBeElsewhere(long waiting) {
        return places.backlog()
                .map(backlog -> attempts.ask(backlog::messages).orElse(Integer.MAX_VALUE) >= waiting)
                .orElse(false);
    }

    private void takeIn(Map<String, Set<String>> waiting, Set<String> lost, Instant now) {
        waiting.forEach((group, ids) -> {
            Set<String> ofGroup = ids.stream().filter(lost::contains).collect(Collectors.toSet());
            if (!ofGroup.isEmpty()) {
                take(group, ofGroup, now);
            }
        });
    }

    private void take(String group, Set<String> ids, Instant now) {
        List<Hook> hooks = attempts.ask(() -> places.hooks().of(group)).orElse(List.of());
        if (hooks.isEmpty()) {
            return;
        }
        Map<String, Instant> starts =
                attempts.ask(() -> places.starts().of(group)).orElse(Map.of());
        for (String id : ids) {
            Set<Answer> answers = hooks.stream()
                    .map(hook -> frontDoor.announce(hook, id, starts.get(id)))
                    .collect(Collectors.toSet());
            if (!answers.contains(Answer.REFUSED)) {
                memory.takenIn(id, now);
            }
            if (answers.contains(Answer.TAKEN)) {
                tally.add(Count.TAKEN_IN);
                say(id, hooks);
            }
        }
    }

    private void say(String id, List<Hook> hooks) {
        String group = hooks.get(0).group();
        String names = hooks.stream().map(Hook::name).collect(Collectors.joining(", "));
        String minutes = SweepMemory.APART.toMinutes() + " minutes";
        attempts.journal()
                .warn(
                        "Taken in: " + id + " of " + group + " (hook " + names
                                + "): it waits, but no message asked for it" + " for at least " + minutes,
                        Map.of("instance", id, "group", group, "hook", names));
    }
}
