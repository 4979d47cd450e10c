package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.TerminationMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tick of the terminator on fakes, with a clock that only the pauses move. */
class TickFixture {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    final FakeAws aws = new FakeAws();
    final FakeQueue queue = new FakeQueue();
    final FakeQueue deadLetters = new FakeQueue();
    final Heartbeats heartbeats = new Heartbeats();
    final List<String> lines = new ArrayList<>();
    final List<Runnable> pauses = new ArrayList<>();
    Instant now = START;
    Policy policy = new Policy(Duration.ofSeconds(15), Duration.ofDays(2), OnDeadline.CONTINUE, false);

    void ask(String id) {
        queue.put("m-" + id, body(id, LoadBalancers.NONE, START), START, 1);
    }

    static String body(String id, LoadBalancers loadBalancers, Instant firstSeen) {
        LifecycleAction action = new LifecycleAction(id, "asg", "drain", "token-" + id);
        return TerminationMessage.write(new DrainRequest(action, "c", "arn-" + id, loadBalancers, firstSeen));
    }

    static String olderBody(String id) {
        return "{\"instance_id\": \"" + id + "\", \"auto_scaling_group\": \"asg\", \"life_cycle_hook_name\": \"drain\","
                + " \"lifecycle_action_token\": \"token\", \"elb_name\": \"\"}";
    }

    Map<String, Object> tick() {
        Attempts attempts =
                new Attempts(new Journal((level, message, fields) -> write(level + " " + message), "request"));
        DeadLetters letters = new DeadLetters(Optional.of(deadLetters), "termination queue", attempts.journal());
        Mail.Queue mail = policy.dryRun() ? new Mail.Queue(queue, null, null) : new Mail.Queue(queue, queue, letters);
        TerminatorStep.Tools tools = new TerminatorStep.Tools(
                new Mail(mail, "c", attempts),
                new Observer(aws.places(), attempts, () -> now),
                new Judge(aws, new Execution(aws, heartbeats, policy, attempts), policy, attempts),
                this::pause);
        return new TerminatorStep(tools, policy.recheck(), attempts)
                .run(new TimeLeft(() -> now, START.plusSeconds(50)));
    }

    private void pause(Duration time) {
        now = now.plus(time);
        if (!pauses.isEmpty()) {
            pauses.remove(0).run();
        }
    }

    private void write(String line) {
        if (!line.startsWith("DEBUG")) {
            lines.add(line);
        }
    }
}
