package dev.drainpipe.simulator.ecs.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * What can be asked of a container instance, and with which operators.
 *
 * <p>Facts from the Amazon ECS Developer Guide, "Create expressions to define container instances for Amazon ECS
 * tasks".
 */
enum Subject {
    EC2_INSTANCE_ID("ec2InstanceId"),
    AGENT_CONNECTED("agentConnected"),
    AGENT_VERSION("agentVersion"),
    REGISTERED_AT("registeredAt"),
    RUNNING_TASKS_COUNT("runningTasksCount"),
    TASK_GROUP("task:group"),
    ATTRIBUTE("attribute:");

    private static final Set<Operator> FOR_TEXT = Set.of(
            Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN, Operator.MATCHES, Operator.NOT_MATCHES);

    private static final Set<Operator> FOR_AMOUNTS = Set.of(
            Operator.EQUALS,
            Operator.NOT_EQUALS,
            Operator.GREATER_THAN,
            Operator.GREATER_THAN_EQUAL,
            Operator.LESS_THAN,
            Operator.LESS_THAN_EQUAL);

    private final String name;

    Subject(String name) {
        this.name = name;
    }

    /** The subject of this name; an attribute's own name follows the colon. */
    static Optional<Subject> of(String name) {
        for (Subject subject : values()) {
            boolean open = subject == ATTRIBUTE && name.length() > subject.name.length();
            if (open ? name.startsWith(subject.name) : name.equals(subject.name) && subject != ATTRIBUTE) {
                return Optional.of(subject);
            }
        }
        return Optional.empty();
    }

    /** Whether AWS lists the operator for this subject; for groups and attributes it lists none, so all are taken. */
    boolean allows(Operator operator) {
        return switch (this) {
            case EC2_INSTANCE_ID, AGENT_CONNECTED -> FOR_TEXT.contains(operator);
            case AGENT_VERSION, REGISTERED_AT, RUNNING_TASKS_COUNT -> FOR_AMOUNTS.contains(operator);
            case TASK_GROUP, ATTRIBUTE -> true;
        };
    }

    /** How its values are compared; it throws for a text that is no such value. */
    Comparator<String> order() {
        return switch (this) {
            case EC2_INSTANCE_ID, AGENT_CONNECTED, TASK_GROUP, ATTRIBUTE -> Comparator.naturalOrder();
            case AGENT_VERSION -> Comparator.comparing(Subject::padded);
            case REGISTERED_AT -> Comparator.comparing(Subject::moment);
            case RUNNING_TASKS_COUNT -> Comparator.comparing(Integer::valueOf);
        };
    }

    /** A version with each of its numbers filled up, so that texts compare like versions. */
    private static String padded(String version) {
        StringBuilder filled = new StringBuilder();
        for (String part : version.split("\\.", -1)) {
            filled.append("%08d.".formatted(Integer.valueOf(part)));
        }
        return filled.toString();
    }

    /** A moment in one of the four formats that AWS lists; UTC where none says otherwise. */
    private static Instant moment(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T');
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
