package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.Functions;
import dev.drainpipe.simulator.world.Account;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The physical ids, ARNs and URLs of a stack's resources. */
final class StackReferences implements References {
    private final Account account;
    private final Map<String, ResourceType> types;
    private final Map<String, String> queueUrls = new HashMap<>();

    StackReferences(Account account, Map<String, ResourceType> types) {
        this.account = account;
        this.types = types;
    }

    /** A queue's URL is known once it exists. */
    void created(String queue, String url) {
        queueUrls.put(queue, url);
    }

    @Override
    public Object ref(String logicalId) {
        if (logicalId.endsWith(".Alias")) {
            String function = logicalId.substring(0, logicalId.length() - ".Alias".length());
            return attribute(function, "Arn") + ":live";
        }
        return switch (type(logicalId)) {
            case QUEUE -> url(logicalId);
            case LOG_GROUP -> logGroup(logicalId);
            case FUNCTION, HOOK, RULE, ROLE, QUEUE_POLICY -> Names.physical(logicalId);
        };
    }

    @Override
    public Object attribute(String logicalId, String name) {
        String value = attributeOrNull(logicalId, name);
        if (value == null) {
            throw new IllegalArgumentException("The attribute " + logicalId + "." + name + " is not simulated.");
        }
        return value;
    }

    private @Nullable String attributeOrNull(String logicalId, String name) {
        String physical = Names.physical(logicalId);
        return switch (type(logicalId)) {
            case QUEUE -> queueAttribute(logicalId, name);
            case FUNCTION -> name.equals("Arn") ? Functions.arn(account, physical) : null;
            case ROLE -> name.equals("Arn") ? roleArn(physical) : null;
            case LOG_GROUP ->
                name.equals("Arn") ? account.arn("logs", "log-group:" + logGroup(logicalId) + ":*") : null;
            case RULE -> name.equals("Arn") ? account.arn("events", "rule/" + physical) : null;
            case HOOK, QUEUE_POLICY -> null;
        };
    }

    private @Nullable String queueAttribute(String logicalId, String name) {
        return switch (name) {
            case "Arn" -> account.arn("sqs", Names.physical(logicalId));
            case "QueueName" -> Names.physical(logicalId);
            case "QueueUrl" -> url(logicalId);
            default -> null;
        };
    }

    private String url(String queue) {
        String url = queueUrls.get(queue);
        if (url == null) {
            throw new IllegalArgumentException("The URL of " + queue + " is wanted before the queue exists.");
        }
        return url;
    }

    /** IAM is global: its ARNs have no Region. */
    private String roleArn(String name) {
        return "arn:" + account.partition() + ":iam::" + account.id() + ":role/" + name;
    }

    private static String logGroup(String logicalId) {
        return "/drainpipe/" + Names.physical(logicalId);
    }

    private ResourceType type(String logicalId) {
        ResourceType type = types.get(logicalId);
        if (type == null) {
            throw new IllegalArgumentException("The template has neither parameter nor resource " + logicalId + ".");
        }
        return type;
    }
}
