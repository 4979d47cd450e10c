package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.LogFormat;
import dev.drainpipe.simulator.world.Account;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Serverless::Function}: what Lambda is told of it. */
record FunctionResource(String logicalId, Properties properties, Account account) {
    private static final Set<String> KNOWN = Set.of(
            "Handler",
            "Timeout",
            "MemorySize",
            "Environment",
            "LoggingConfig",
            "EventInvokeConfig",
            "Events",
            "Role",
            // What follows means nothing here: there is one machine, one Java, and code starts at once.
            "Runtime",
            "Architectures",
            "CodeUri",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "SnapStart",
            "RecursiveLoop",
            "Description");

    FunctionResource {
        properties.onlyKnown(KNOWN);
    }

    String name() {
        return Names.physical(logicalId);
    }

    FunctionSpec spec() {
        return new FunctionSpec(
                name(),
                properties.text("Handler"),
                properties.seconds("Timeout", Duration.ofSeconds(3)),
                memory(),
                environment(),
                logFormat());
    }

    /** 128 MB unless said otherwise (SAM specification, AWS::Serverless::Function). */
    private int memory() {
        return properties.number("MemorySize", 128);
    }

    private LogFormat logFormat() {
        String word = properties.group("LoggingConfig").text("LogFormat", LogFormat.TEXT.word());
        return Arrays.stream(LogFormat.values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(logicalId + ": LogFormat " + word + " is unknown."));
    }

    /** The template's variables, and those that Lambda sets (Lambda developer guide, "Defined runtime environment variables"). */
    private Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        properties
                .group("Environment")
                .group("Variables")
                .values()
                .forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        variables.put("_HANDLER", properties.text("Handler"));
        variables.put("AWS_REGION", account.region());
        // The simulator's keys: the id says who calls, and the secret is not looked at.
        variables.put("AWS_ACCESS_KEY_ID", name());
        variables.put("AWS_SECRET_ACCESS_KEY", "secret");
        variables.put("AWS_DEFAULT_REGION", account.region());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(memory()));
        variables.put("AWS_LAMBDA_LOG_FORMAT", logFormat().word());
        variables.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
        return variables;
    }
}
