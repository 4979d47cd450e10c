package dev.drainpipe.simulator.ecs;

import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** A registered revision of a task definition, with how its tasks behave. */
record Definition(TaskSpec spec, TaskDefinition described) {
    String arn() {
        return described.taskDefinitionArn();
    }

    /** The name of its first container. */
    String container() {
        return described.containerDefinitions().get(0).name();
    }

    /** Its name and revision, such as {@code web:3}. */
    String revision() {
        return described.family() + ":" + described.revision();
    }

    /** The same revision, whose tasks behave like this. */
    Definition with(TaskSpec changed) {
        return new Definition(changed, described);
    }
}
