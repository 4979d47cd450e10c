package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.MappingSettings;
import dev.drainpipe.simulator.function.Schedule;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/** One of a function's {@code Events}. */
record EventResource(String function, Properties event) {
    private static final Set<String> SQS = Set.of(
            "Queue",
            "BatchSize",
            "MaximumBatchingWindowInSeconds",
            "FunctionResponseTypes",
            "ScalingConfig",
            "Enabled");
    /** Retry, dead letters and the name mean nothing here: delivery never fails. */
    private static final Set<String> SCHEDULE = Set.of(
            "ScheduleExpression",
            "State",
            "Input",
            "FlexibleTimeWindow",
            "OmitName",
            "RetryPolicy",
            "DeadLetterConfig");

    boolean isQueue() {
        return type().equals("SQS");
    }

    /** A queue's event or a schedule; anything else is refused. */
    private String type() {
        String type = event.text("Type");
        if (!type.equals("SQS") && !type.equals("ScheduleV2")) {
            throw new IllegalArgumentException(event.where() + ": events of type " + type + " are not simulated.");
        }
        return type;
    }

    String queueArn() {
        return details(SQS).text("Queue");
    }

    MappingSettings mapping() {
        Properties sqs = details(SQS);
        Properties scaling = sqs.group("ScalingConfig").onlyKnown(Set.of("MaximumConcurrency"));
        return new MappingSettings(
                function,
                sqs.number("BatchSize", 10),
                sqs.seconds("MaximumBatchingWindowInSeconds", Duration.ZERO),
                scaling.has("MaximumConcurrency")
                        ? OptionalInt.of(scaling.number("MaximumConcurrency"))
                        : OptionalInt.empty(),
                sqs.texts("FunctionResponseTypes").contains("ReportBatchItemFailures"));
    }

    Schedule.Settings schedule() {
        Properties schedule = details(SCHEDULE);
        return new Schedule.Settings(
                function, Schedule.period(schedule.text("ScheduleExpression")), schedule.text("Input"));
    }

    boolean enabled() {
        return isQueue()
                ? details(SQS).text("Enabled", "true").equals("true")
                : details(SCHEDULE).text("State", "ENABLED").equals("ENABLED");
    }

    private Properties details(Set<String> known) {
        return event.group("Properties").onlyKnown(known);
    }
}
