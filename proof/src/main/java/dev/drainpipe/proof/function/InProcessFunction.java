package dev.drainpipe.proof.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.lambda.TextLines;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.InvocationContext;
import dev.drainpipe.simulator.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * A Lambda's own handler, run in this process on virtual time: one execution environment of the class that the template
 * names.
 */
public final class InProcessFunction implements FunctionCode {
    private final RequestStreamHandler handler;
    private final InstantSource clock;

    /**
     * Starts the handler, as an execution environment does before its first invocation.
     *
     * @param loader where the handler's class is found
     * @param surroundings what the handler knows of the world
     * @param clock Lambda's own, by which an invocation is told how much time it has left
     * @throws IllegalStateException if the template's handler is no class with a constructor for its surroundings
     */
    public InProcessFunction(
            FunctionSpec function, ClassLoader loader, Surroundings surroundings, InstantSource clock) {
        this.clock = clock;
        this.handler = start(function.handlerClass(), loader, surroundings);
    }

    /** The same of the functions that this class sees. */
    public InProcessFunction(FunctionSpec function, Surroundings surroundings, InstantSource clock) {
        this(function, InProcessFunction.class.getClassLoader(), surroundings, clock);
    }

    /** The same in a simulated account, with its usual surroundings. */
    public static InProcessFunction in(SimulatedAws aws, FunctionSpec function) {
        return new InProcessFunction(
                function, surroundings(function, aws), aws.world().timeline());
    }

    /** What a function in a simulated account is surrounded by; its journal becomes text lines of its log group. */
    public static Surroundings surroundings(FunctionSpec function, SimulatedAws aws) {
        World world = aws.world();
        return new Surroundings(
                function.environment(),
                world.timeline(),
                time -> world.processes().sleep(time),
                aws.http(function.name()),
                new TextLines(world.timeline(), line -> aws.functions().log(function.name(), line)));
    }

    private static RequestStreamHandler start(String className, ClassLoader loader, Surroundings surroundings) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor(Surroundings.class)
                    .newInstance(surroundings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "template.yaml names the handler " + className + ", which cannot start.", e);
        }
    }

    @Override
    public String invoke(String payload, InvocationContext invocation) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(payload.getBytes(StandardCharsets.UTF_8)),
                    answer,
                    new LocalContext(invocation, clock));
        } catch (IOException | RuntimeException e) {
            throw new FunctionFailed(String.valueOf(e.getMessage()), e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
