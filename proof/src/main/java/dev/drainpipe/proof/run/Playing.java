package dev.drainpipe.proof.run;

import dev.drainpipe.proof.RunResult;
import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.draw.Work;
import dev.drainpipe.proof.invariant.History;
import dev.drainpipe.proof.invariant.Invariants;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.proof.run.TroublePlayer.Known;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.function.LogFormat;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.traffic.Traffic;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run: boots the account, plays the plan, ends all troubles, and waits until everything has settled. */
public final class Playing implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("\"LifecycleActionToken\":\"([^\"]+)\"");
    private static final Duration BOOT = Duration.ofSeconds(25);
    private static final Duration STEP = Duration.ofSeconds(10);

    private final Plan plan;
    private final SimulatedAws aws;
    private final Coverage coverage = new Coverage();
    private final History history = new History();
    private final Truth truth;
    private final Witness witness;
    private final Lag lag;
    private final Stage stage;
    private final Stack stack;
    private final Guests guests;
    private final Conditions conditions;

    /**
     * An account, as the plan says.
     *
     * @param functions where the classes of the functions are found
     * @param listener hears all that happens
     */
    public Playing(Plan plan, Template template, ClassLoader functions, Consumer<WorldEvent> listener) {
        this.plan = plan;
        this.aws = new SimulatedAws(Settings.of(plan));
        this.truth = new Truth(plan, history);
        this.conditions = new Conditions(plan.options());
        this.lag = new Lag(aws, plan);
        this.stage = new Stage(plan, aws);
        this.guests = new Guests(aws, stage, truth);
        stage.build();
        aws.functions().logAs(LogFormat.TEXT);
        Environments environments = new Environments(aws, functions, conditions, coverage);
        this.stack = new Stack(plan, aws, stage, template, environments::start);
        this.witness =
                new Witness(aws.world().timeline(), truth, Invariants.of(new AccountFacts(aws, stack)), coverage);
        aws.world().listen(witness);
        aws.world().listen(listener);
        aws.world().ec2().observe(new Ec2.Observer() {
            @Override
            public void terminated(Ec2Instance instance) {
                truth.asked(instance.id(), aws.world().now());
            }
        });
        aws.dispatcher().add(witness);
        aws.autoScaling().events(this::note);
        history.deployed(aws.world().now(), plan.options());
    }

    private void note(String event) {
        Matcher token = TOKEN.matcher(event);
        while (token.find()) {
            history.token(token.group(1));
        }
    }

    /** Plays the plan to its end. */
    public RunResult play() {
        aws.world().run(BOOT);
        stage.registerInstances();
        List<Traffic> traffic = traffic();
        aws.world().run(STEP);
        witness.begin();
        Instant begun = aws.world().now();
        begin();
        aws.world().run(plan.length().plusSeconds(1));
        traffic.forEach(Traffic::stop);
        new Calm(aws, truth, stack, guests, conditions).pass();
        witness.end();
        Duration lasted = Duration.between(begun, aws.world().now());
        return new RunResult(plan, witness.violations(), coverage, witness.events(), witness.hash(), lasted);
    }

    private void begin() {
        WorkPlayer works = new WorkPlayer(aws, stage, truth);
        TroublePlayer troubles = new TroublePlayer(aws, stage, stack, conditions, new Known(truth, coverage, lag));
        plan.site().guests().forEach(guest -> guests.arrive(guest, clusterOf(guest.group())));
        for (Work work : plan.works()) {
            aws.world().timeline().after(work.at(), () -> {
                coverage.add(Area.WORK, work.getClass().getSimpleName());
                works.play(work);
            });
        }
        plan.troubles().forEach(troubles::plan);
    }

    private String clusterOf(String group) {
        return plan.site().groups().stream()
                .filter(g -> g.name().equals(group))
                .map(Group::cluster)
                .findFirst()
                .orElseThrow();
    }

    private List<Traffic> traffic() {
        if (plan.site().requestsPerSecond() == 0) {
            return List.of();
        }
        List<Traffic> all = plan.site().fronts().stream()
                .filter(front -> plan.site().services().stream()
                        .anyMatch(service ->
                                service.front().filter(front.name()::equals).isPresent()))
                .map(front -> aws.traffic(
                        stage.idOf(front), TrafficSpec.perSecond(plan.site().requestsPerSecond())))
                .toList();
        all.forEach(Traffic::start);
        return all;
    }

    @Override
    public void close() {
        aws.close();
    }
}
