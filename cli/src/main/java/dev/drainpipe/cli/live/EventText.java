package dev.drainpipe.cli.live;

import dev.drainpipe.cli.report.LoadBalancerName;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ApiCall;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.DesiredCapacity;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import dev.drainpipe.simulator.world.WorldEvent.Registration;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Says what happened in one line: virtual time, whom it is about, what it was.
 *
 * <p>Nothing is said of requests that were answered and of API calls that succeeded: they are counted. What a function
 * wrote to its log group is shown as it stands there.
 */
public final class EventText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private EventText() {}

    /** The line without a line end; empty for what is only counted. */
    public static Optional<String> line(WorldEvent event) {
        return fact(event)
                .map(fact -> "%s  %-19s  %s".formatted(TIME.format(event.at()), fact.subject(), fact.words()));
    }

    /** Whether it is a log line that Lambda itself writes around each invocation. */
    static boolean fromLambda(WorldEvent event) {
        return event instanceof LogLine line && line.text().matches("(?s)(START|END|REPORT) RequestId: .*");
    }

    private record Fact(String subject, String words) {}

    private static Optional<Fact> fact(WorldEvent event) {
        if (event instanceof LogLine e) {
            return Optional.of(new Fact(e.function(), e.text().stripTrailing()));
        }
        if (event instanceof Invocation e) {
            return e.error().map(error -> new Fact(e.function(), "failed: " + error));
        }
        if (event instanceof ApiCall e) {
            return e.error()
                    .map(error ->
                            new Fact(e.caller(), "%s:%s was answered %s".formatted(e.service(), e.operation(), error)));
        }
        if (event instanceof RequestDropped e) {
            return Optional.of(new Fact(e.instanceId().orElse(e.loadBalancer()), "request dropped: " + e.reason()));
        }
        return state(event);
    }

    private static Optional<Fact> state(WorldEvent event) {
        if (event instanceof LifecycleState e) {
            return Optional.of(new Fact(e.instanceId(), e.state()));
        }
        if (event instanceof LifecycleAction e) {
            String result = e.result().map(r -> " with " + r).orElse("");
            return Optional.of(new Fact(
                    e.instanceId(), "lifecycle action of hook %s: %s%s".formatted(e.hook(), e.step(), result)));
        }
        if (event instanceof DesiredCapacity e) {
            return Optional.of(new Fact(e.group(), "desired capacity set to " + e.desired()));
        }
        if (event instanceof ContainerInstanceStatus e) {
            String agent = e.agentConnected() ? "" : ", agent not connected";
            return Optional.of(new Fact(e.instanceId(), "container instance " + e.status() + agent));
        }
        return traffic(event);
    }

    private static Optional<Fact> traffic(WorldEvent event) {
        if (event instanceof TaskStatus e) {
            String id = e.taskArn().substring(e.taskArn().lastIndexOf('/') + 1);
            return Optional.of(
                    new Fact(e.instanceId(), "task %.8s of %s: %s".formatted(id, e.group(), e.lastStatus())));
        }
        if (event instanceof ServiceCounts e) {
            return Optional.of(new Fact(
                    e.service(),
                    "%d tasks desired, %d running, %d healthy".formatted(e.desired(), e.running(), e.healthy())));
        }
        if (event instanceof Registration e) {
            String name = LoadBalancerName.brief(e.loadBalancer());
            String port = e.port() == 0 ? "" : " port " + e.port();
            return Optional.of(new Fact(e.instanceId(), "load balancer %s%s: %s".formatted(name, port, e.state())));
        }
        return Optional.empty();
    }
}
