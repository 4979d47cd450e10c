package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the services again when something in them has changed, once for all changes of one moment. */
final class Watch {
    private final World world;
    private final Memory memory;
    private final Births births;
    private final Set<ServiceId> changed = EnumSet.noneOf(ServiceId.class);
    private final Set<String> tasks = new HashSet<>();
    private final Set<Question> instances = new HashSet<>();
    private boolean planned;

    Watch(World world, Memory memory, Births births) {
        this.world = world;
        this.memory = memory;
        this.births = births;
    }

    void heard(WorldEvent event) {
        if (event instanceof WorldEvent.TaskStatus task) {
            births.seen(task.taskArn(), task.at());
            tasks.add(task.taskArn());
            changed.add(ServiceId.ECS);
        } else if (event instanceof WorldEvent.ContainerInstanceStatus || event instanceof WorldEvent.ServiceCounts) {
            changed.add(ServiceId.ECS);
        } else if (event instanceof WorldEvent.LifecycleState state) {
            instances.add(Question.ofAutoScalingInstance(state.instanceId()));
            changed.add(ServiceId.AUTO_SCALING);
        } else if (event instanceof WorldEvent.DesiredCapacity) {
            changed.add(ServiceId.AUTO_SCALING);
        } else if (event instanceof WorldEvent.Registration) {
            changed.addAll(List.of(ServiceId.CLASSIC_ELB, ServiceId.ELBV2));
        }
        plan();
    }

    private void plan() {
        if (!planned && !changed.isEmpty()) {
            planned = true;
            world.timeline().after(Duration.ZERO, this::look);
        }
    }

    private void look() {
        instances.forEach(memory::look);
        memory.lookAgain(this::concerned);
        changed.clear();
        tasks.clear();
        instances.clear();
        planned = false;
    }

    private boolean concerned(Question question) {
        boolean ofOneTask = question.operation().equals("DescribeTasks");
        return changed.contains(question.service()) && (!ofOneTask || hasChanged(question.subject()));
    }

    private boolean hasChanged(String taskIdOrArn) {
        return tasks.stream().anyMatch(arn -> arn.endsWith(taskIdOrArn));
    }
}
