package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Interceptor;
import dev.drainpipe.simulator.wire.Passing;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Answers reads of some callers as of a moment ago, as eventual consistency may (Amazon ECS API reference, RunTask: "the
 * Amazon ECS API follows an eventual consistency model"; that the other services' reads may lag is an assumption).
 *
 * <p>Reads are all {@code Describe} and {@code List} operations of ECS, both generations of load balancers and Auto
 * Scaling. A stale answer was the truth at some moment between the wanted one and now:
 *
 * <ul>
 *   <li>What was asked within the last 90 s, by anybody, is looked at again after every change, so it is known as of any
 *       moment. What a request names, such as the instances of DescribeContainerInstances, is known one by one.
 *   <li>The states of Auto Scaling instances are known whether somebody asked or not.
 *   <li>Tasks that did not exist at the wanted moment are in no answer, and MISSING to DescribeTasks.
 *   <li>Of everything else nothing is known before the first question, whose answer is fresh.
 * </ul>
 *
 * <p>So nothing is withheld for longer than the longest staleness. A refusal is never stale; two reads may go back in
 * time. What the world is not told as a {@link dev.drainpipe.simulator.world.WorldEvent} is known as of the last look
 * only: a target's health, which is forgotten when it was not looked at for so long, and of the others what no drain
 * depends on, such as a service's list of events. Equal runs get equal answers. Should be added before {@link Faults},
 * which then can spoil stale answers, too.
 */
public final class StaleReads implements Interceptor {
    private static final Set<ServiceId> LAGGING =
            EnumSet.of(ServiceId.ECS, ServiceId.CLASSIC_ELB, ServiceId.ELBV2, ServiceId.AUTO_SCALING);

    private final World world;
    private final Set<String> callers;
    private final Staleness staleness;
    private final Memory memory;
    private final Births births;
    private final Map<String, Integer> answered = new TreeMap<>();
    private boolean over;

    /**
     * Begins to remember; everything that happened before is unknown.
     *
     * @param services asked past gates and interceptors
     */
    public StaleReads(World world, List<AwsService> services, Set<String> callers, Staleness staleness) {
        this.world = world;
        this.callers = Set.copyOf(callers);
        this.staleness = staleness;
        Map<ServiceId, AwsService> byId =
                services.stream().collect(Collectors.toMap(AwsService::id, Function.identity()));
        this.memory = new Memory(world.timeline(), byId, staleness.longest());
        this.births = new Births();
        world.listen(new Watch(world, memory, births)::heard);
    }

    /** From now on every answer is fresh. */
    public void clear() {
        over = true;
    }

    /** How many answers so far were not the fresh ones, by call, such as {@code ecs:ListTasks}. */
    public Map<String, Integer> answered() {
        return Map.copyOf(answered);
    }

    @Override
    public Supplier<? extends SdkPojo> around(Passing call, Supplier<? extends SdkPojo> service) {
        if (over || !isRead(call)) {
            return service;
        }
        Duration age = callers.contains(call.caller()) ? staleness.of(call) : Duration.ZERO;
        return () -> answer(call, service.get(), age);
    }

    private static boolean isRead(Passing call) {
        String operation = call.operation();
        return LAGGING.contains(call.service()) && (operation.startsWith("Describe") || operation.startsWith("List"));
    }

    private SdkPojo answer(Passing call, SdkPojo fresh, Duration age) {
        Question whole = Question.of(call.service(), call.operation(), call.request());
        List<Question> parts = whole.parts();
        List<SdkPojo> now =
                parts.stream().map(part -> remembered(part, whole, fresh)).toList();
        if (age.isZero()) {
            return fresh;
        }
        Instant then = world.now().minus(age);
        List<SdkPojo> old = parts.stream()
                .map(part -> births.without(memory.asOf(part, then), then))
                .toList();
        if (old.equals(now)) {
            return fresh;
        }
        answered.merge(call.name(), 1, Integer::sum);
        return Answers.joined(old);
    }

    private SdkPojo remembered(Question part, Question whole, SdkPojo fresh) {
        if (!part.equals(whole)) {
            return memory.ask(part);
        }
        memory.note(whole, fresh);
        return fresh;
    }
}
