package dev.drainpipe.lambda;

import dev.drainpipe.document.BadInput;
import dev.drainpipe.document.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What an invocation brings and takes, as JSON objects. */
public final class Payload {
    private Payload() {}

    /**
     * Reads the JSON object that a function is invoked with.
     *
     * @throws BadInput if it is not a JSON object
     */
    public static Map<String, Object> read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return Json.object(text).orElseThrow(() -> new BadInput("the payload of the invocation is not a JSON object"));
    }

    /** Writes the answer. */
    public static void write(OutputStream out, Map<String, ?> answer) throws IOException {
        out.write(Json.text(answer).getBytes(StandardCharsets.UTF_8));
    }
}
