package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.event.EventBus;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.Functions;
import dev.drainpipe.simulator.world.World;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

/**
 * Where a template is deployed to.
 *
 * @param world the clock and the account
 * @param functions Lambda
 * @param code makes the code of one execution environment of a function
 * @param queues SQS
 * @param events EventBridge
 * @param hooks takes a lifecycle hook, as Auto Scaling's PutLifecycleHook does
 */
public record Services(
        World world,
        Functions functions,
        Function<FunctionSpec, FunctionCode> code,
        Queues queues,
        EventBus events,
        Consumer<PutLifecycleHookRequest> hooks) {}
