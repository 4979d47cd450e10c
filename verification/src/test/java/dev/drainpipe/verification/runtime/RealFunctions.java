package dev.drainpipe.verification.runtime;

import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.function.FunctionCode;
import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.RuntimeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The three functions, each in a Java of its own behind the real runtime interface client. */
final class RealFunctions implements AutoCloseable {
    /** The deployable folders, by the functions' short names. */
    static final Map<String, Path> FOLDERS = Map.of(
            "task-scaler", Artefacts.folder("TaskScalerFunction", "task-scaler"),
            "deregister", Artefacts.folder("DeregisterFunction", "deregister"),
            "terminator", Artefacts.folder("TerminatorFunction", "terminator"));

    private final SimulatedAws aws;
    private final URI endpoint;
    private final Map<String, RuntimeApi> apis = new LinkedHashMap<>();
    private final List<LambdaProcess> processes = new ArrayList<>();

    /**
     * No function yet.
     *
     * @param endpoint where the simulator answers AWS clients
     */
    RealFunctions(SimulatedAws aws, URI endpoint) {
        this.aws = aws;
        this.endpoint = endpoint;
    }

    /** The code of a function: a server that waits for its process. */
    FunctionCode code(FunctionSpec spec) {
        return api(spec.name());
    }

    /**
     * Starts the process of every function that is deployed.
     *
     * @param scratch an empty folder
     */
    void start(Path scratch, Map<String, String> alsoInTheEnvironment) throws IOException {
        String nativeClient = NativeClient.unpackInto(scratch);
        for (FunctionSpec spec : aws.functions().all()) {
            Map<String, String> environment = new HashMap<>(spec.environment());
            environment.putAll(alsoInTheEnvironment);
            environment.put("AWS_ENDPOINT_URL", endpoint.toString());
            environment.put("AWS_LAMBDA_RUNTIME_API", api(spec.name()).address());
            processes.add(new LambdaProcess(folder(spec), nativeClient, environment, line -> log(spec.name(), line)));
        }
    }

    private static Path folder(FunctionSpec spec) {
        Path folder = FOLDERS.get(spec.name());
        if (folder == null) {
            throw new IllegalArgumentException("No artefact is known for " + spec.name() + ".");
        }
        return folder;
    }

    private void log(String function, String line) {
        aws.world().exclusively(() -> {
            aws.functions().log(function, line);
            return true;
        });
    }

    private RuntimeApi api(String function) {
        return apis.computeIfAbsent(function, name -> {
            try {
                return new RuntimeApi(aws.world());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        processes.forEach(LambdaProcess::close);
        apis.values().forEach(RuntimeApi::close);
    }
}
