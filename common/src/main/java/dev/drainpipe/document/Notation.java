package dev.drainpipe.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values are written down: with types in JSON, all as text in an environment. */
enum Notation {
    JSON {
        @Override
        @Nullable Integer whole(Object value) {
            return value instanceof Integer number ? number : null;
        }

        @Override
        @Nullable Boolean flag(Object value) {
            return value instanceof Boolean flag ? flag : null;
        }

        @Override
        @Nullable List<String> texts(Object value) {
            if (!(value instanceof List<?> list)) {
                return null;
            }
            List<String> texts = new ArrayList<>();
            for (Object element : list) {
                if (!(element instanceof String text) || text.isEmpty()) {
                    return null;
                }
                texts.add(text);
            }
            return texts;
        }

        @Override
        String listAccepted() {
            return "a list of texts";
        }
    },

    ENVIRONMENT {
        @Override
        @Nullable Integer whole(Object value) {
            try {
                return Integer.valueOf(value.toString().trim());
            } catch (NumberFormatException e) {
                return null;
            }
        }

        @Override
        @Nullable Boolean flag(Object value) {
            return switch (value.toString().trim().toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        }

        @Override
        @Nullable List<String> texts(Object value) {
            return List.of(value.toString().split(",", -1)).stream()
                    .map(String::trim)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }

        @Override
        String listAccepted() {
            return "texts separated by commas";
        }
    };

    private static final int QUOTED_LENGTH = 80;

    abstract @Nullable Integer whole(Object value);

    abstract @Nullable Boolean flag(Object value);

    abstract @Nullable List<String> texts(Object value);

    /** What {@link #texts} accepts, in words. */
    abstract String listAccepted();

    static @Nullable Map<String, ?> object(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        @SuppressWarnings("unchecked") // Keys of JSON objects are texts.
        Map<String, ?> object = (Map<String, ?>) map;
        return object;
    }

    static @Nullable List<Map<String, ?>> objects(Object value) {
        if (!(value instanceof List<?> list)) {
            return null;
        }
        List<Map<String, ?>> objects = new ArrayList<>();
        for (Object element : list) {
            Map<String, ?> object = object(element);
            if (object == null) {
                return null;
            }
            objects.add(object);
        }
        return objects;
    }

    /** The word for a choice: AUTO_SCALING is written auto_scaling. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** A value as a message may show it: short, printable, its type visible. */
    static String quote(@Nullable Object value) {
        String text = Secrets.masked(String.valueOf(value)).replaceAll("\\P{Print}", "?");
        String cut = text.length() > QUOTED_LENGTH ? text.substring(0, QUOTED_LENGTH) + "..." : text;
        return value instanceof String ? "\"" + cut + "\"" : cut;
    }
}
