package dev.drainpipe.taskscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.port.Headcount;
import dev.drainpipe.port.Services;
import dev.drainpipe.port.TryLater;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalerStepTest {
    private final List<String> lines = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Service> services = new LinkedHashMap<>();
    private int active = 5;
    private int connected = 5;
    private RuntimeException headcountFails = new IllegalStateException("does not fail");

    @Test
    void aQuietTickIsTwoCallsAndOneLine() {
        runs("s", 4);

        tick(rule("s"));

        assertThat(calls).containsExactly("describe c [s]", "active c");
        assertThat(lines).containsExactly("INFO No action taken. Desired task count is already 4");
    }

    @Test
    void anInstanceThatLeftLowersWithoutAskingForAgents() {
        runs("s", 4);
        active = 4;

        tick(rule("s"));

        assertThat(calls).containsExactly("describe c [s]", "active c", "set c s 3");
        assertThat(lines)
                .containsExactly("INFO Changed the desired task count of s in c from 4 to 3: 4 active instances, 4 of"
                        + " them connected, n_count 1, at least 2 and at most 10 tasks");
    }

    @Test
    void aRaiseIsOnlyToWhatIsConnected() {
        runs("s", 2);
        connected = 4;

        tick(rule("s"));

        assertThat(calls).containsExactly("describe c [s]", "active c", "connected c", "set c s 3");
    }

    @Test
    void aRaiseWaitsForAgents() {
        runs("s", 4);
        active = 6;

        tick(rule("s"));

        assertThat(calls).containsExactly("describe c [s]", "active c", "connected c");
        assertThat(lines).singleElement().asString().startsWith("INFO No action taken. Desired task count stays 4");
    }

    @Test
    void moreConnectedThanActiveInstancesAreAJoinInBetween() {
        runs("s", 2);
        connected = 9;

        tick(rule("s"));

        assertThat(calls).endsWith("set c s 4");
    }

    @Test
    void instancesAreCountedOncePerClusterHoweverManyServices() {
        runs("a", 1);
        runs("b", 1);

        tick(rule("a"), rule("b"));

        assertThat(calls).containsExactly("describe c [a, b]", "active c", "connected c", "set c a 4", "set c b 4");
    }

    @Test
    void aServiceThatIsNotOursIsNamedAndLeftAlone() {
        services.put("d", new Service("d", 9, Scaling.DAEMON));
        services.put("x", new Service("x", 9, Scaling.FOREIGN_CONTROLLER));

        tick(rule("d"), rule("missing"), rule("x"));

        assertThat(calls).containsExactly("describe c [d, missing, x]");
        assertThat(lines)
                .containsExactly(
                        "INFO No action taken. d in c is left alone: it is a daemon service: ECS runs one task per"
                                + " instance by itself",
                        "INFO No action taken. missing in c is left alone: it does not exist in this cluster",
                        "INFO No action taken. x in c is left alone: its deployment controller is not ECS");
    }

    @Test
    void dryRunChangesNothingAndSaysWhatItWouldDo() {
        runs("s", 9);

        step().run(new ScalerInput(List.of(rule("s")), true));

        assertThat(calls).containsExactly("describe c [s]", "active c");
        assertThat(lines).singleElement().asString().contains("Dry run: would change the desired task count of s in c");
    }

    @Test
    void aReadThatFailsChangesNothing() {
        runs("s", 9);
        active = -1;
        headcountFails = new TryLater("counting instances of c: ThrottlingException");

        tick(rule("s"));

        assertThat(calls).containsExactly("describe c [s]", "active c");
        assertThat(lines).containsExactly("WARN Not now: counting instances of c: ThrottlingException");
    }

    @Test
    void aRefusalFailsTheTickAtItsEnd() {
        runs("s", 9);
        active = -1;
        headcountFails = new IllegalArgumentException("not allowed");

        assertThatThrownBy(() -> tick(rule("s"))).hasMessage("not allowed");

        assertThat(lines).singleElement().asString().startsWith("ERROR Failed");
    }

    private void runs(String name, int desired) {
        services.put(name, new Service(name, desired, Scaling.OURS));
    }

    private static ServiceRule rule(String service) {
        return new ServiceRule("c", service, new Bounds(1, 2, 10));
    }

    private void tick(ServiceRule... rules) {
        step().run(new ScalerInput(List.of(rules), false));
    }

    private ScalerStep step() {
        Journal journal = new Journal((level, message, fields) -> lines.add(level + " " + message), "r");
        return new ScalerStep(new FakeServices(), new FakeHeadcount(), journal);
    }

    private final class FakeServices implements Services {
        @Override
        public Map<String, Service> describe(String cluster, Collection<String> names) {
            calls.add("describe " + cluster + " " + names);
            return services;
        }

        @Override
        public void setDesiredCount(String cluster, String name, int count) {
            calls.add("set " + cluster + " " + name + " " + count);
        }
    }

    private final class FakeHeadcount implements Headcount {
        @Override
        public int active(String cluster) {
            calls.add("active " + cluster);
            if (active < 0) {
                throw headcountFails;
            }
            return active;
        }

        @Override
        public int activeAndConnected(String cluster) {
            calls.add("connected " + cluster);
            return connected;
        }
    }
}
