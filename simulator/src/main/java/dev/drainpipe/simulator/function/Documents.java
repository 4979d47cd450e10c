package dev.drainpipe.simulator.function;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON documents as Lambda's surroundings write and read them. */
final class Documents {
    private Documents() {}

    static String write(Object document) {
        try {
            return JSON.std.asString(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A document of maps and lists cannot be written.", impossible);
        }
    }

    /** The document as maps, lists and values. */
    static Object read(String json) {
        try {
            return JSON.std.anyFrom(json);
        } catch (IOException malformed) {
            throw new UncheckedIOException("Not JSON: " + json, malformed);
        }
    }
}
