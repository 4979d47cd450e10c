package dev.drainpipe.proof.run;

import dev.drainpipe.lambda.LogSink;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import dev.drainpipe.proof.function.InProcessFunction;
import dev.drainpipe.proof.function.RetriesInVirtualTime;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/** Makes the execution environments of the functions under test. */
final class Environments {
    private final SimulatedAws aws;
    private final ClassLoader functions;
    private final Conditions conditions;
    private final Coverage coverage;

    Environments(SimulatedAws aws, ClassLoader functions, Conditions conditions, Coverage coverage) {
        this.aws = aws;
        this.functions = functions;
        this.conditions = conditions;
        this.coverage = coverage;
    }

    FunctionCode start(FunctionSpec spec) {
        Surroundings usual = InProcessFunction.surroundings(spec, aws);
        InstantSource clock = () -> usual.clock().instant().plus(conditions.skew());
        LogSink log = (level, message, fields) -> {
            note(fields);
            if (level != LogSink.Level.DEBUG) {
                // With the fields that JSON logs would have: secrets must not be there either.
                aws.functions().log(spec.name(), "[" + level + "] " + message + " " + fields);
            }
        };
        SdkHttpClient http =
                conditions.options().retries() ? new RetriesInVirtualTime(usual.http(), usual.pause()) : usual.http();
        Surroundings ours = new Surroundings(usual.environment(), clock, usual.pause(), http, log);
        return new InProcessFunction(spec, functions, ours, usual.clock());
    }

    private void note(Map<String, String> fields) {
        note(Area.VERDICT, fields.get("verdict"));
        note(Area.OUTCOME, fields.get("outcome"));
        String blockers = fields.getOrDefault("blockers", "");
        if (!blockers.isEmpty()) {
            for (String blocker : blockers.split(",", -1)) {
                coverage.add(Area.BLOCKER, blocker);
            }
        }
    }

    private void note(Area area, @Nullable String name) {
        if (name != null) {
            coverage.add(area, name);
        }
    }
}
