package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.verification.scenario.Evidence.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds in every run, each in one sentence; checked after every scenario. */
final class Invariants {
    private static final Pattern INSTANCE = Pattern.compile("\\bi-[0-9a-f]{8,17}\\b");
    private static final Pattern CONTAINER_INSTANCE =
            Pattern.compile("arn:aws:ecs:[^\\s,)\\]]*container-instance/[^\\s,)\\]]+");
    private static final Set<String> FUNCTIONS = Set.of("deregister", "terminator", "task-scaler");

    private final Run run;
    private final Evidence evidence;
    private final Allowed allowed;

    Invariants(Run run) {
        this.run = run;
        this.evidence = run.evidence();
        this.allowed = run.allowed();
    }

    void check() {
        nothingWasCompletedEarly();
        everyActionEndedOnceAndByUs();
        nobodysInstanceWasTouchedThatWasNotAskedFor();
        noRequestWasDropped();
        noTokenWasWrittenToALog();
        nothingWentToADeadLetterQueue();
        nothingIsLeftOnTheQueues();
    }

    private void nothingWasCompletedEarly() {
        Duration deadline = run.drainTimeout();
        assertThat(run.ours())
                .as("completed before its deadline with something left on it")
                .filteredOn(ending -> ending.how() == ActionStep.COMPLETED)
                .noneMatch(ending -> !ending.leftovers().stream().allMatch(allowed::mayStay)
                        && ending.took().compareTo(deadline) < 0);
    }

    private void everyActionEndedOnceAndByUs() {
        Map<String, Long> completions = run.ours().stream()
                .filter(ending -> ending.how() == ActionStep.COMPLETED)
                .collect(Collectors.groupingBy(Ending::instanceId, Collectors.counting()));
        assertThat(completions.values()).as("completions of one action").allMatch(times -> times == 1);
        if (!allowed.otherEnds) {
            assertThat(run.ours()).as("ended by others").allMatch(ending -> ending.how() == ActionStep.COMPLETED);
        }
        if (!allowed.unfinished) {
            Set<String> ended = run.ours().stream().map(Ending::instanceId).collect(Collectors.toSet());
            assertThat(ended).as("actions that ended").isEqualTo(run.startedByOurHook());
        }
    }

    private void nobodysInstanceWasTouchedThatWasNotAskedFor() {
        Set<String> touched = new TreeSet<>();
        evidence.calls().stream()
                .filter(call -> FUNCTIONS.contains(call.caller())
                        && call.writes()
                        && !call.name().startsWith("sqs"))
                .forEach(call -> touched.addAll(instances(call)));
        assertThat(evidence.asked()).as("instances that somebody asked for").containsAll(touched);
    }

    private Set<String> instances(Call call) {
        String words = call.request().toString();
        Set<String> ids = INSTANCE.matcher(words).results().map(r -> r.group()).collect(Collectors.toSet());
        CONTAINER_INSTANCE.matcher(words).results().forEach(r -> ids.add(run.instanceAt(r.group())));
        return ids;
    }

    private void noRequestWasDropped() {
        if (!allowed.drops) {
            assertThat(evidence.of(RequestDropped.class)).as("dropped requests").isEmpty();
        }
    }

    private void noTokenWasWrittenToALog() {
        List<String> lines = evidence.logLines();
        assertThat(lines)
                .as("log lines with a secret in them")
                .noneMatch(line -> evidence.tokens().stream().anyMatch(line::contains));
    }

    private void nothingWentToADeadLetterQueue() {
        if (!allowed.deadLetters) {
            assertThat(run.deadLetters()).as("dead letters").isEmpty();
        }
        if (!allowed.failedTicks) {
            assertThat(run.failedTicks()).as("failed ticks").isEmpty();
        }
    }

    private void nothingIsLeftOnTheQueues() {
        if (!allowed.unfinished) {
            assertThat(run.messagesWaiting()).as("messages on the queues").isZero();
        }
    }
}
