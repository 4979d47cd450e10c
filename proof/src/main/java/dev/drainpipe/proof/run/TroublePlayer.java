package dev.drainpipe.proof.run;

import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import dev.drainpipe.proof.draw.Trouble;
import dev.drainpipe.proof.draw.Trouble.AgentSilent;
import dev.drainpipe.proof.draw.Trouble.ApiFaults;
import dev.drainpipe.proof.draw.Trouble.ClockSkew;
import dev.drainpipe.proof.draw.Trouble.FunctionsDown;
import dev.drainpipe.proof.draw.Trouble.MessagesLate;
import dev.drainpipe.proof.draw.Trouble.Redeployed;
import dev.drainpipe.proof.draw.Trouble.ReplacementsSick;
import dev.drainpipe.proof.draw.Trouble.StaleReads;
import dev.drainpipe.proof.draw.Trouble.Throttling;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Lets a plan's troubles begin and end. */
final class TroublePlayer {
    private final SimulatedAws aws;
    private final Stack stack;
    private final Conditions conditions;
    private final Truth truth;
    private final RandomFaults faults;
    private final Rates rates;
    private final Lag lag;
    private final Agents agents;
    private final Mailroom mailroom;
    private final Vandal vandal;
    private final Coverage coverage;

    TroublePlayer(SimulatedAws aws, Stage stage, Stack stack, Conditions conditions, Known known) {
        this.aws = aws;
        this.stack = stack;
        this.conditions = conditions;
        this.truth = known.truth();
        this.coverage = known.coverage();
        this.faults = new RandomFaults(aws, coverage);
        this.lag = known.lag();
        this.rates = new Rates(aws);
        this.agents = new Agents(aws, stage);
        this.mailroom = new Mailroom(stage, stack, truth);
        this.vandal = new Vandal(aws, stage, truth);
    }

    /** What is known of a run. */
    record Known(Truth truth, Coverage coverage, Lag lag) {}

    /** Plans the beginning and the end of a trouble, counted from now. */
    void plan(Trouble trouble) {
        aws.world().timeline().after(trouble.from(), () -> {
            Instant now = aws.world().now();
            truth.history().trouble(now);
            truth.history().troubleUntil(now.plus(trouble.until()).minus(trouble.from()));
            coverage.add(Area.TROUBLE, trouble.getClass().getSimpleName());
            begin(trouble);
        });
        aws.world().timeline().after(trouble.until().plusNanos(1), () -> end(trouble));
    }

    private void begin(Trouble trouble) {
        if (trouble instanceof ApiFaults t) {
            faults.begin(t);
        } else if (trouble instanceof Throttling) {
            rates.begin();
        } else if (trouble instanceof StaleReads t) {
            lag.begin(t);
        } else if (trouble instanceof ReplacementsSick t) {
            ail(t, task -> task.withHealthCheck(TaskSpec.NEVER));
        } else if (trouble instanceof ClockSkew t) {
            conditions.skew(t.wrong());
            truth.history().skewed(t.wrong());
        } else if (trouble instanceof AgentSilent t) {
            agents.begin(t);
        } else if (trouble instanceof FunctionsDown) {
            stack.stop();
        } else if (trouble instanceof Redeployed t) {
            conditions.deploy(conditions.options().with(t.drainTimeout(), t.onDeadline(), t.standaloneTasks()));
            truth.history().deployed(aws.world().now(), conditions.options());
            stack.deploy(conditions.options());
        } else {
            mailroom.begin(trouble);
            vandal.begin(trouble);
        }
    }

    private void ail(ReplacementsSick trouble, UnaryOperator<TaskSpec> change) {
        if (!truth.history().isGone(trouble.cluster())) {
            aws.ecs().changeLaterTasks(trouble.cluster(), trouble.service(), change);
        }
    }

    private void end(Trouble trouble) {
        if (trouble instanceof ApiFaults t) {
            faults.end(t);
        } else if (trouble instanceof Throttling) {
            rates.end();
        } else if (trouble instanceof StaleReads t) {
            lag.end(t);
        } else if (trouble instanceof ReplacementsSick t) {
            ail(t, task -> task.withHealthCheck(Duration.ofSeconds(1)));
        } else if (trouble instanceof ClockSkew) {
            conditions.skew(Duration.ZERO);
        } else if (trouble instanceof AgentSilent t) {
            agents.end(t);
        } else if (trouble instanceof FunctionsDown) {
            stack.start();
        } else if (trouble instanceof MessagesLate t) {
            mailroom.end(t);
        }
    }
}
