package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.BatchInbox;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.message.TaskNews;
import dev.drainpipe.message.TerminationMessage;
import dev.drainpipe.port.Backlog;
import dev.drainpipe.port.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ticks of one terminator process on fakes, with a clock that only the pauses move. */
class TickFixture {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    static final String LIFECYCLE_QUEUE = "https://sqs.example/1/lifecycle";
    static final Hook OUR_HOOK = new Hook("asg", "drain", "arn:aws:sqs:r:1:lifecycle", "{\"cluster_name\": \"c\"}");

    final FakeAws aws = new FakeAws();
    final FakeQueue queue = new FakeQueue();
    final FakeQueue deadLetters = new FakeQueue();
    final FakeQueue frontDoor = new FakeQueue();
    final List<String> lines = new ArrayList<>();
    final List<Runnable> pauses = new ArrayList<>();
    Optional<Backlog> backlog = Optional.empty();
    Set<String> comeAgain = Set.of();
    Instant now = START;
    Policy policy = Policies.DEFAULT;

    private @Nullable Wiring process;

    /** A hook asks for an instance. */
    void ask(String id) {
        queue.put("m-" + id, body(id, LoadBalancers.NONE, START), START, 1);
    }

    /** Something else asks for an instance. */
    void ask(String id, String group, Occasion occasion) {
        LifecycleAction action = occasion.reason() == Reason.LAUNCH
                ? new LifecycleAction(id, group, "boot", "token-" + id)
                : LifecycleAction.none(id, group);
        DrainRequest request = new DrainRequest(action, "c", "arn-" + id, LoadBalancers.NONE, occasion);
        queue.put(occasion.reason().word() + "-" + id, TerminationMessage.write(request), START, 1);
    }

    static Occasion since(Reason reason, Instant firstSeen) {
        return new Occasion(reason, firstSeen, null);
    }

    static String body(String id, LoadBalancers loadBalancers, Instant firstSeen) {
        LifecycleAction action = new LifecycleAction(id, "asg", "drain", "token-" + id);
        return TerminationMessage.write(new DrainRequest(action, "c", "arn-" + id, loadBalancers, firstSeen));
    }

    static String bodyWithoutToken(String id, Instant firstSeen) {
        LifecycleAction action = new LifecycleAction(id, "asg", "drain", null);
        return TerminationMessage.write(new DrainRequest(action, "c", "arn-" + id, LoadBalancers.NONE, firstSeen));
    }

    static String olderBody(String id) {
        return "{\"instance_id\": \"" + id + "\", \"auto_scaling_group\": \"asg\", \"life_cycle_hook_name\": \"drain\","
                + " \"lifecycle_action_token\": \"token\", \"elb_name\": \"\"}";
    }

    /** The queue of requests brings what is on it, and ECS says that tasks have stopped. */
    Map<String, Object> brought(TaskNews... news) {
        BatchInbox inbox = new BatchInbox(List.copyOf(queue.waiting));
        queue.waiting.clear();
        Map<String, Object> answer = tick(inbox, Optional.of(List.of(news)));
        comeAgain = inbox.comeAgain();
        return answer;
    }

    Map<String, Object> tick() {
        return tick(queue, Optional.empty());
    }

    private Map<String, Object> tick(Inbox inbox, Optional<List<TaskNews>> brought) {
        Attempts attempts =
                new Attempts(new Journal((level, message, fields) -> write(level + " " + message), "request"));
        Wiring.Mailboxes mailboxes = new Wiring.Mailboxes(
                inbox, queue, Optional.of(deadLetters), Optional.of(frontDoor), brought, backlog, "c");
        return process().tick(mailboxes, policy, attempts).run(new TimeLeft(() -> now, now.plusSeconds(50)));
    }

    /** Another process takes over, and remembers nothing. */
    void restart() {
        process = null;
    }

    /** The lines but for the counts at the end of a tick. */
    List<String> decisions() {
        return lines.stream().filter(line -> !line.startsWith("INFO Tick: ")).toList();
    }

    private Wiring process() {
        Wiring running = process;
        if (running == null) {
            Observer.Places places = new Observer.Places(
                    aws, aws, new Locator(aws, aws), new TaskLook.Sources(aws, aws, new KnownTasks()), aws, aws);
            OurHooks ourHooks = new OurHooks(aws, LIFECYCLE_QUEUE);
            running = new Wiring(
                    new Wiring.Reads(places, aws, aws, ourHooks, Optional.of(aws), aws),
                    new Wiring.Writes(aws, aws, aws),
                    () -> now,
                    this::pause);
            process = running;
        }
        return running;
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
