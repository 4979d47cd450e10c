package dev.drainpipe.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one document, read one by one; mistakes are collected, each with the field, the value and what is
 * accepted, and reported together.
 *
 * <p>A field with a mistake reads as if it were absent, or as empty if it is required, so ask {@link #mistakes()} or
 * {@link #finish(String)} before a value is used. Null and the empty text count as absent.
 */
public final class Fields {
    private final String prefix;
    private final Map<String, ?> values;
    private final Notation notation;
    private final List<String> mistakes;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();

    private Fields(String prefix, Map<String, ?> values, Notation notation, List<String> mistakes) {
        this.prefix = prefix;
        this.values = values;
        this.notation = notation;
        this.mistakes = mistakes;
    }

    /** The fields of a JSON document: values have types. */
    public static Fields ofJson(Map<String, ?> document) {
        return new Fields("", document, Notation.JSON, new ArrayList<>());
    }

    /** The fields of an environment: all values are texts; lists are separated by commas. */
    public static Fields ofEnvironment(Map<String, String> environment) {
        return new Fields("", environment, Notation.ENVIRONMENT, new ArrayList<>());
    }

    /** A text that must be there. */
    public String text(String key) {
        return required(key, optionalText(key), "a text that is not empty").orElse("");
    }

    /** A text that may be there. */
    public Optional<String> optionalText(String key) {
        return read(key, value -> value instanceof String text ? text : null, "a text");
    }

    /** A whole number that must be there, within bounds. */
    public int whole(String key, int least, int most) {
        return required(key, optionalWhole(key, least, most), wholeNumber(least, most))
                .orElse(least);
    }

    /** A whole number that may be there, within bounds. */
    public Optional<Integer> optionalWhole(String key, int least, int most) {
        return read(
                key,
                value -> {
                    Integer number = notation.whole(value);
                    return number != null && number >= least && number <= most ? number : null;
                },
                wholeNumber(least, most));
    }

    /** A time in whole seconds that may be there, within bounds. */
    public Optional<Duration> seconds(String key, Duration least, Duration most) {
        return optionalWhole(key, Math.toIntExact(least.toSeconds()), Math.toIntExact(most.toSeconds()))
                .map(Duration::ofSeconds);
    }

    /** A yes or no that may be there. */
    public Optional<Boolean> flag(String key) {
        return read(key, notation::flag, "true or false");
    }

    /** A list of texts; empty if it is not there. */
    public List<String> texts(String key) {
        return read(key, notation::texts, notation.listAccepted()).orElse(List.of());
    }

    /** One word of a few that may be there; words are those of the enum, in any case. */
    public <E extends Enum<E>> Optional<E> choice(String key, E[] choices) {
        List<String> words = List.of(choices).stream().map(Notation::word).toList();
        return read(
                key,
                value -> {
                    int index = words.indexOf(value.toString().toLowerCase(Locale.ROOT));
                    return index < 0 ? null : choices[index];
                },
                "one of " + String.join(", ", words));
    }

    /** The fields of a list of documents inside this one; empty if it is not there. Their mistakes are this one's. */
    public List<Fields> documents(String key) {
        List<Map<String, ?>> inner =
                read(key, Notation::objects, "a list of JSON objects").orElse(List.of());
        List<Fields> fields = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            fields.add(new Fields(prefix + key + "[" + i + "].", inner.get(i), notation, mistakes));
        }
        return fields;
    }

    /** The fields of a document inside this one; without any if it is not there. Its mistakes are this one's. */
    public Fields document(String key) {
        Map<String, ?> inner = read(key, Notation::object, "a JSON object").orElse(Map.of());
        return new Fields(prefix + key + ".", inner, notation, mistakes);
    }

    /** Whether a value stands under this key; says nothing about its type. */
    public boolean has(String key) {
        return values.get(key) != null;
    }

    /** Notes that the value under a key is not accepted, though its type is right. */
    public void refuse(String key, String accepted) {
        note(key, values.get(key), accepted);
    }

    /** Notes a mistake that no single field shows. */
    public void mistake(String text) {
        mistakes.add(prefix + text);
    }

    /** Notes every key that was not asked for until now. */
    public void refuseOthers() {
        values.forEach((key, value) -> {
            if (!known.contains(key)) {
                note(key, value, "only the keys " + String.join(", ", known));
            }
        });
    }

    /** The mistakes found until now, in words. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /**
     * Ends the reading.
     *
     * @throws BadInput if there is any mistake, with all of them
     */
    public void finish(String document) {
        if (!mistakes.isEmpty()) {
            throw new BadInput(document + ": " + String.join("; ", mistakes));
        }
    }

    private <T> Optional<T> read(String key, Conversion<T> conversion, String accepted) {
        known.add(key);
        Object value = values.get(key);
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        T converted = conversion.convert(value);
        if (converted == null) {
            refused.add(key);
            note(key, value, accepted);
        }
        return Optional.ofNullable(converted);
    }

    private <T> Optional<T> required(String key, Optional<T> value, String accepted) {
        if (value.isEmpty() && !refused.contains(key)) {
            mistakes.add(prefix + key + " is missing; accepted: " + accepted);
        }
        return value;
    }

    private void note(String key, @Nullable Object value, String accepted) {
        // A token lets an instance go, so neither it nor a value that has one inside is a text for a log.
        String shown = namesToken(key) || namesToken(String.valueOf(value)) ? "not shown" : Notation.quote(value);
        mistakes.add(prefix + key + " is " + shown + "; accepted: " + accepted);
    }

    private static boolean namesToken(String text) {
        return text.toLowerCase(Locale.ROOT).contains("token");
    }

    private static String wholeNumber(int least, int most) {
        return "a whole number from " + least + " to " + most;
    }

    /** From a value to what is wanted, or null. */
    @FunctionalInterface
    private interface Conversion<T> {
        @Nullable T convert(Object value);
    }
}
