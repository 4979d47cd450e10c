package dev.drainpipe.document;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** JSON objects as maps, by no reflection; the one file that knows the JSON library. */
public final class Json {
    private Json() {}

    /** The object that a text holds; none if it is not JSON or not an object. */
    public static Optional<Map<String, Object>> object(String text) {
        try {
            return Optional.ofNullable(JSON.std.mapFrom(text)).map(LinkedHashMap::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The text of an object. */
    public static String text(Map<String, ?> object) {
        try {
            return JSON.std.asString(object);
        } catch (IOException e) {
            throw new IllegalStateException("only texts, numbers, lists and maps are written", e);
        }
    }
}
