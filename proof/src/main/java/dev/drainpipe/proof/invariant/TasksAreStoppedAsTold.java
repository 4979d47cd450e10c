package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;

/** No task is stopped but where the operator said so, and not before his time for it is over. */
public final class TasksAreStoppedAsTold implements Invariant {
    private static final String STOP = "stop-after-";

    /** A message tells its moment in whole seconds or milliseconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    @Override
    public String sentence() {
        return "No task is stopped but where the operator said so, and not before his time for it is over.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!(call.request() instanceof StopTaskRequest request) || !call.ours()) {
            return Optional.empty();
        }
        Optional<Instant> asked = truth.instanceOfTask(request.task()).flatMap(truth::whenAsked);
        Duration age = asked.map(since -> Duration.between(since, call.at())).orElse(Duration.ofDays(2));
        Duration most = age.plus(ROUNDING).plus(truth.history().worstSkew());
        boolean told = truth.history().inForce(call.at()).stream()
                .map(Options::standaloneTasks)
                .filter(words -> words.startsWith(STOP))
                .map(words -> Duration.ofSeconds(Long.parseLong(words.substring(STOP.length()))))
                .anyMatch(after -> most.compareTo(after) >= 0);
        return told
                ? Optional.empty()
                : Optional.of(request.task() + " is stopped " + age.toSeconds() + " s after its instance had to go");
    }
}
