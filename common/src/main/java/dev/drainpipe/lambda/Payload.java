package dev.drainpipe.lambda;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an invocation brings and takes, as JSON objects; no reflection, so nothing is set up on a cold start. */
public final class Payload {
    private Payload() {}

    /**
     * Reads the JSON object that a function is invoked with.
     *
     * @throws BadInput if it is not a JSON object
     */
    public static Map<String, Object> read(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        try {
            return new LinkedHashMap<>(JSON.std.mapFrom(bytes));
        } catch (IOException e) {
            throw new BadInput("the invocation's payload is not a JSON object", e);
        }
    }

    /** Writes the answer. */
    public static void write(OutputStream out, Map<String, ?> answer) throws IOException {
        out.write(JSON.std.asBytes(answer));
    }
}
