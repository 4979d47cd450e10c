package dev.drainpipe.terminator;

import dev.drainpipe.document.BadInput;
import dev.drainpipe.document.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The function's environment.
 *
 * @param cluster the cluster of messages that name none, as those of the older version do
 * @param queueUrl the termination queue, if an input names it by the end of this URL
 * @param deadLetterQueueUrl where malformed messages are kept
 * @param lifecycleQueueUrl the front door: where terminations that were lost are announced anew
 * @param groups which groups are searched for them
 * @param policy what the operator wants, unless an input says otherwise
 */
record TerminatorConfig(
        @Nullable String cluster,
        @Nullable String queueUrl,
        @Nullable String deadLetterQueueUrl,
        @Nullable String lifecycleQueueUrl,
        OurGroups groups,
        Policy policy) {
    /** A look is a handful of calls; more often costs, less often delays the group. */
    static final Duration DEFAULT_RECHECK = Duration.ofSeconds(15);

    static final Duration SHORTEST_DRAIN = Duration.ofMinutes(1);

    /** Without a word from the operator a drain may take what Auto Scaling allows at most: never early. */
    static final Duration LONGEST_DRAIN = Duration.ofDays(2);

    /** A tick is shorter than this, so a longer wait means one look per tick. */
    static final Duration LONGEST_RECHECK = Duration.ofSeconds(50);

    /** Every variable that the function reads. */
    enum Variable {
        CLUSTER_NAME,
        TERMINATION_QUEUE_URL,
        TERMINATION_DEAD_LETTER_QUEUE_URL,
        LIFECYCLE_QUEUE_URL,
        AUTO_SCALING_GROUPS,
        GROUP_TAG,
        REQUIRED_TAG,
        DRAIN_TIMEOUT_SECONDS,
        ON_DEADLINE,
        STANDALONE_TASKS,
        RECHECK_SECONDS,
        TOLD_OF_TASKS,
        DRY_RUN
    }

    /**
     * Reads the environment, once, at cold start.
     *
     * @throws dev.drainpipe.document.BadInput with all its mistakes, if there are any
     */
    static TerminatorConfig from(Map<String, String> environment) {
        Fields fields = Fields.ofEnvironment(environment);
        Policy policy = new Policy(
                fields.seconds(Variable.RECHECK_SECONDS.name(), Duration.ZERO, LONGEST_RECHECK)
                        .orElse(DEFAULT_RECHECK),
                fields.seconds(Variable.DRAIN_TIMEOUT_SECONDS.name(), SHORTEST_DRAIN, LONGEST_DRAIN)
                        .orElse(LONGEST_DRAIN),
                fields.choice(Variable.ON_DEADLINE.name(), OnDeadline.values()).orElse(OnDeadline.CONTINUE),
                standaloneTasks(fields, Variable.STANDALONE_TASKS.name()).orElse(StandaloneTasks.WAIT),
                fields.flag(Variable.DRY_RUN.name()).orElse(false),
                fields.flag(Variable.TOLD_OF_TASKS.name()).orElse(false));
        TerminatorConfig config = new TerminatorConfig(
                fields.optionalText(Variable.CLUSTER_NAME.name()).orElse(null),
                fields.optionalText(Variable.TERMINATION_QUEUE_URL.name()).orElse(null),
                fields.optionalText(Variable.TERMINATION_DEAD_LETTER_QUEUE_URL.name())
                        .orElse(null),
                fields.optionalText(Variable.LIFECYCLE_QUEUE_URL.name()).orElse(null),
                OurGroups.read(
                        fields,
                        Variable.AUTO_SCALING_GROUPS.name(),
                        Variable.GROUP_TAG.name(),
                        Variable.REQUIRED_TAG.name()),
                policy);
        fields.finish("The terminator's environment");
        return config;
    }

    /** What is said of standalone tasks; a mistake if it is not accepted. */
    static Optional<StandaloneTasks> standaloneTasks(Fields fields, String key) {
        Optional<String> words = fields.optionalText(key);
        Optional<StandaloneTasks> policy = words.flatMap(StandaloneTasks::of);
        if (words.isPresent() && policy.isEmpty()) {
            fields.refuse(key, StandaloneTasks.ACCEPTED);
        }
        return policy;
    }

    /** The termination queue's URL, without which nobody can be fed by it. */
    String requiredQueueUrl() {
        if (queueUrl == null) {
            throw new BadInput(
                    "The terminator's environment: TERMINATION_QUEUE_URL is missing; accepted: the URL of the"
                            + " queue that feeds the function");
        }
        return queueUrl;
    }

    /** Whether the queue of this name feeds the function. */
    boolean feeds(String name) {
        return policy.toldOfTasks() && queueUrl != null && queueUrl.endsWith("/" + name);
    }

    /** The queue of this name: by its URL if that is configured, which saves a call. */
    String queue(String name) {
        return Optional.ofNullable(queueUrl)
                .filter(url -> url.endsWith("/" + name))
                .orElse(name);
    }
}
