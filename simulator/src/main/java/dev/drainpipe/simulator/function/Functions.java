package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lambda: runs functions, each invocation on a simulated process of its own.
 *
 * <p>An execution environment serves one invocation at a time and is used again afterwards, so what a function keeps
 * between invocations behaves as on Lambda; after a time-out or a crash it is thrown away. Differences from AWS: an environment
 * starts in no time and never grows old; there is no concurrency limit.
 *
 * <p>Facts from the Lambda developer guide, "Understanding the Lambda execution environment lifecycle".
 */
public final class Functions {
    private final World world;
    private final Dice dice;
    private final Map<String, Deployed> deployed = new LinkedHashMap<>();
    private final Map<String, LogGroup> logs = new LinkedHashMap<>();
    private final AsynchronousInvokes asynchronous;
    private Optional<LogFormat> logFormat = Optional.empty();

    public Functions(World world) {
        this.world = world;
        this.asynchronous = new AsynchronousInvokes(world, this);
        this.dice = world.dice().of("lambda request ids");
    }

    /**
     * Creates the function, or replaces it: later invocations meet new environments, running ones end as they began.
     *
     * @param code makes the code of one new execution environment
     */
    public void deploy(FunctionSpec spec, Function<FunctionSpec, FunctionCode> code) {
        deployed.put(spec.name(), new Deployed(logFormat.map(spec::logging).orElse(spec), code));
        logs.computeIfAbsent(spec.name(), name -> new LogGroup(world, name));
    }

    /** Functions that are deployed from now on log in this format, whatever they say: text is for people. */
    public void logAs(LogFormat format) {
        logFormat = Optional.of(format);
    }

    /** The queue of events that nobody waits for, such as those of schedules. */
    public AsynchronousInvokes asynchronous() {
        return asynchronous;
    }

    /** The function of this name, if it is deployed. */
    public Optional<FunctionSpec> find(String name) {
        return Optional.ofNullable(deployed.get(name)).map(Deployed::spec);
    }

    /** All functions, in the order of their first deployment. */
    public List<FunctionSpec> all() {
        return deployed.values().stream().map(Deployed::spec).toList();
    }

    /**
     * Starts an invocation at this very moment; the outcome is told as an event of the moment in which it ends.
     *
     * @return the request id
     */
    public String invoke(String name, String payload, Consumer<Outcome> whenEnded) {
        String requestId = dice.uuid().toString();
        invoke(name, new Request(requestId, payload), whenEnded);
        return requestId;
    }

    /** As above, under a given request id: an asynchronous retry keeps the id of the first attempt. */
    void invoke(String name, Request request, Consumer<Outcome> whenEnded) {
        Deployed function = require(name);
        FunctionCode environment = function.takeEnvironment();
        Execution execution = new Execution(world, function.spec(), log(name), outcome -> {
            if (outcome instanceof Outcome.Answered || outcome instanceof Outcome.Threw) {
                function.giveBack(environment);
            }
            whenEnded.accept(outcome);
        });
        execution.start(environment, request.payload(), request.id());
    }

    /** Writes a line of the function's own to its log group. */
    public void log(String function, String line) {
        log(function).write(line);
    }

    /** Every line of the function's log group, oldest first, Lambda's own ones too. */
    public List<String> lines(String function) {
        return log(function).lines();
    }

    /** The ARN that a function of this name has in the account. */
    public static String arn(Account account, String name) {
        return account.arn("lambda", "function:" + name);
    }

    String newRequestId() {
        return dice.uuid().toString();
    }

    private LogGroup log(String name) {
        LogGroup group = logs.get(name);
        if (group == null) {
            throw notDeployed(name);
        }
        return group;
    }

    private Deployed require(String name) {
        Deployed function = deployed.get(name);
        if (function == null) {
            throw notDeployed(name);
        }
        return function;
    }

    private IllegalArgumentException notDeployed(String name) {
        return new IllegalArgumentException("Function not found: " + name + "; deployed are " + deployed.keySet());
    }

    /** What one attempt carries. */
    record Request(String id, String payload) {}
}
