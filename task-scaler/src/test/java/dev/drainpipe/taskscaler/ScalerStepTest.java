package dev.drainpipe.taskscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.port.TryLater;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalerStepTest {
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, String>> fields = new ArrayList<>();
    private final FakeAws aws = new FakeAws();

    @Test
    void aQuietTickIsTwoCallsAndOneLine() {
        aws.runs("s", 4);

        tick(rule("s"));

        assertThat(aws.calls).containsExactly("describe c [s]", "active c");
        assertThat(lines).containsExactly("INFO No action taken. Desired task count is already 4");
    }

    @Test
    void anInstanceThatLeftLowersWithoutAskingForAgents() {
        aws.runs("s", 4).active = 4;

        tick(rule("s"));

        assertThat(aws.calls).containsExactly("describe c [s]", "active c", "active c", "others [s in c]", "set c s 3");
        assertThat(lines)
                .containsExactly("INFO Changed the desired task count of s in c from 4 to 3: 4 active instances, 4 of"
                        + " them connected, n_count 1, at least 2 and at most 10 tasks");
    }

    /** A list that was short once would otherwise stop tasks of instances that are there. */
    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "5, 0"})
    void oneShortListLowersNothing(int first, int second) {
        aws.runs("s", 4).leftOut.addAll(List.of(first, second));

        tick(rule("s"));

        assertThat(aws.calls).doesNotContain("set c s 3").noneMatch(call -> call.startsWith("set"));
    }

    @Test
    void aRaiseIsOnlyToWhatIsConnected() {
        aws.runs("s", 2).connected = 4;

        tick(rule("s"));

        assertThat(aws.calls)
                .containsExactly("describe c [s]", "active c", "connected c", "others [s in c]", "set c s 3");
    }

    @Test
    void aRaiseWaitsForAgents() {
        aws.runs("s", 4).active = 6;

        tick(rule("s"));

        assertThat(aws.calls).containsExactly("describe c [s]", "active c", "connected c");
        assertThat(lines).singleElement().asString().startsWith("INFO No action taken. Desired task count stays 4");
    }

    @Test
    void moreConnectedThanActiveInstancesAreAJoinInBetween() {
        aws.runs("s", 2).connected = 9;

        tick(rule("s"));

        assertThat(aws.calls).endsWith("set c s 4");
    }

    @Test
    void everyLineSaysWhichServiceInFieldsToo() {
        aws.runs("quiet", 4).runs("changed", 2);

        tick(rule("quiet"), rule("changed"), rule("missing"));

        assertThat(fields)
                .extracting(line -> line.get("cluster"), line -> line.get("service"))
                .containsExactly(tuple("c", "quiet"), tuple("c", "missing"), tuple("c", "changed"));
    }

    @Test
    void aChangeIsWrittenOnce() {
        aws.runs("s", 2);

        tick(rule("s"));
        tick(rule("s"));

        assertThat(aws.calls).filteredOn(call -> call.startsWith("set")).containsExactly("set c s 4");
    }

    @Test
    void instancesAreCountedOncePerClusterHoweverManyServices() {
        aws.runs("a", 1).runs("b", 1);

        tick(rule("a"), rule("b"));

        assertThat(aws.calls)
                .containsExactly(
                        "describe c [a, b]",
                        "active c",
                        "connected c",
                        "others [a in c, b in c]",
                        "set c a 4",
                        "set c b 4");
    }

    @Test
    void aServiceThatIsNotOursIsNamedAndLeftAlone() {
        aws.holds(new Service("d", 9, Scaling.DAEMON))
                .holds(new Service("x", 9, Scaling.FOREIGN_CONTROLLER))
                .holds(new Service("old", 9, Scaling.INACTIVE))
                .holds(new Service("bad", 9, Scaling.STUCK_DEPLOYMENT));

        tick(rule("d"), rule("missing"), rule("x"), rule("old"), rule("bad"));

        assertThat(aws.calls).containsExactly("describe c [d, missing, x, old, bad]");
        assertThat(lines)
                .containsExactly(
                        "INFO No action taken. d in c is left alone: it is a daemon service: ECS runs one task per"
                                + " instance by itself",
                        "INFO No action taken. missing in c is left alone: it does not exist in this cluster",
                        "INFO No action taken. x in c is left alone: its deployment controller is not ECS",
                        "INFO No action taken. old in c is left alone: it has been deleted, or is being deleted",
                        "INFO No action taken. bad in c is left alone: its deployment is stuck: its tasks keep failing,"
                                + " and more of them would fail too; the service's events say why");
    }

    /** Two scalers on one service undid each other's changes every minute. */
    @Test
    void aServiceThatSomebodyElseScalesIsNamedAndLeftAlone() {
        aws.runs("theirs", 9).runs("ours", 9);
        aws.otherScalers.put(new ServiceName("c", "theirs"), "Application Auto Scaling, between 1 and 9 tasks");

        tick(rule("arn:aws:ecs:r:1:service/c/theirs"), rule("ours"));

        assertThat(aws.calls).endsWith("others [theirs in c, ours in c]", "set c ours 4");
        assertThat(lines.get(0))
                .isEqualTo("INFO No action taken. arn:aws:ecs:r:1:service/c/theirs in c is left alone, because another"
                        + " scaler changes its desired task count: Application Auto Scaling, between 1 and 9 tasks."
                        + " It would be changed from 9 to 4: 5 active instances, 5 of them connected, n_count 1,"
                        + " at least 2 and at most 10 tasks. To let it be, take the service out of the rules here;"
                        + " to end the other, deregister its scalable target there");
        assertThat(lines.get(1)).startsWith("INFO Changed the desired task count of ours in c from 9 to 4");
    }

    @Test
    void otherScalersAreOneQuestionHoweverManyClusters() {
        aws.runs("a", 9).runs("b", 9);

        tick(rule("a"), new ServiceRule("arn:aws:ecs:r:1:cluster/d", "b", new Bounds(1, 2, 10)));

        assertThat(aws.calls).containsOnlyOnce("others [a in c, b in d]");
    }

    @Test
    void dryRunChangesNothingAndSaysWhatItWouldDo() {
        aws.runs("s", 9);

        step().run(new ScalerInput(List.of(rule("s")), true));

        assertThat(aws.calls).containsExactly("describe c [s]", "active c", "active c", "others [s in c]");
        assertThat(lines).singleElement().asString().contains("Dry run: would call ecs:UpdateService for s in c from ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe", "active", "connected", "others", "set"})
    void aCallThatIsNotAnsweredChangesNothing(String call) {
        aws.runs("s", 2).failures.put(call, new TryLater("counting instances of c: ThrottlingException"));

        tick(rule("s"));

        assertThat(aws.calls.get(aws.calls.size() - 1)).startsWith(call);
        assertThat(lines).containsExactly("WARN Not now: counting instances of c: ThrottlingException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe", "active", "connected", "others", "set"})
    void aRefusalChangesNothingAndFailsTheTickAtItsEnd(String call) {
        aws.runs("s", 2).failures.put(call, new IllegalArgumentException("not allowed"));

        assertThatThrownBy(() -> tick(rule("s"))).hasMessage("not allowed");

        assertThat(aws.calls.get(aws.calls.size() - 1)).startsWith(call);
        assertThat(lines).singleElement().asString().startsWith("ERROR Failed").contains("not allowed");
    }

    private static ServiceRule rule(String service) {
        return new ServiceRule("c", service, new Bounds(1, 2, 10));
    }

    private void tick(ServiceRule... rules) {
        Attempts attempts = attempts();
        new ScalerStep(aws.ports(), attempts).run(new ScalerInput(List.of(rules), false));
        attempts.rethrow();
    }

    private ScalerStep step() {
        return new ScalerStep(aws.ports(), attempts());
    }

    private Attempts attempts() {
        return new Attempts(new Journal(
                (level, message, said) -> {
                    lines.add(level + " " + message);
                    fields.add(said);
                },
                "r"));
    }
}
