package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Draw;
import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.draw.Site.Manner;
import dev.drainpipe.proof.draw.Site.Rule;
import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awssdk.core.SdkPojo;

/** A run made up by hand: an instance is asked for, drains, and is safe; a test spoils one thing. */
final class Story implements Facts {
    static final String INSTANCE = "i-00000000000000001";
    static final String HOOK = "termination-hook";
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final List<String> messages = new ArrayList<>();
    final List<String> deadLetters = new ArrayList<>();
    final History history = new History();
    private final Truth truth;
    private Instant now = START;

    Story() {
        this(new Options(Duration.ofMinutes(10), "CONTINUE", "wait", "SPOT", 15, false, false, true));
    }

    Story(Options options) {
        Site drawn = Draw.plan(1).site();
        Rule rule = new Rule(1, 1, OptionalInt.empty());
        Service service = new Service("s", "c", Manner.PROMPT, false, 3, 100, 200, Optional.empty(), Optional.of(rule));
        Group group = new Group("g", "c", 4, 4, Duration.ofMinutes(30), false);
        Site site = new Site(List.of(group), List.of(), List.of(service), List.of(), drawn.nature(), 0);
        this.truth = new Truth(new Plan(1, site, options, List.of(), List.of(), Duration.ofMinutes(5)), history);
        history.deployed(START, options);
    }

    /** So many instances are ACTIVE in the cluster. */
    Story active(int number) {
        for (int i = 0; i < number; i++) {
            tell(new ContainerInstanceStatus(now, "c", "i-0000000000000000" + (i + 1), "ACTIVE", true));
        }
        return this;
    }

    /** The group asks for the instance, which drains. */
    Story asked() {
        tell(new LifecycleState(now, "g", INSTANCE, "Terminating"));
        tell(action(ActionStep.STARTED));
        tell(new ContainerInstanceStatus(now, "c", INSTANCE, "DRAINING", true));
        messages.add("about " + INSTANCE);
        return this;
    }

    /** A task of this group on the instance gets a status. */
    Story task(String group, String status) {
        tell(new TaskStatus(now, "c", group, "arn:aws:ecs:r:1:task/c/1", INSTANCE, status));
        return this;
    }

    Story pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    Story tell(WorldEvent event) {
        truth.accept(event);
        return this;
    }

    LifecycleAction action(ActionStep step) {
        return new LifecycleAction(now, "g", HOOK, INSTANCE, step, Optional.empty());
    }

    WorldEvent invocation(Optional<String> error) {
        return new WorldEvent.Invocation(now, "terminator", "1", Duration.ofSeconds(1), error);
    }

    /** What the invariant says of an event. */
    Optional<String> shown(Invariant invariant, WorldEvent event) {
        return invariant.at(event, truth);
    }

    /** What it says of a call of a function. */
    Optional<String> shown(Invariant invariant, String caller, String name, SdkPojo request) {
        return invariant.at(new Call(now, caller, name, request), truth);
    }

    Optional<String> atTheEnd(Invariant invariant) {
        return invariant.atTheEnd(truth);
    }

    @Override
    public boolean runs(String instanceId) {
        return true;
    }

    @Override
    public Optional<String> instanceAt(String containerInstanceArn) {
        return Optional.empty();
    }

    @Override
    public List<String> messages() {
        return messages;
    }

    @Override
    public List<String> deadLetters() {
        return deadLetters;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<String> hooks() {
        return List.of(HOOK);
    }
}
