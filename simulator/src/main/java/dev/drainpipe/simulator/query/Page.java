package dev.drainpipe.simulator.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, and the token for the next part if there is one.
 *
 * <p>The token holds the key of the last item shown, so what comes or goes between two calls shifts nothing.
 */
public record Page<T>(List<T> items, Optional<String> next) {
    // Tells our tokens from any other text in that encoding.
    private static final String MARK = "after:";

    /** Which part is wanted: how many items at most, after which token. */
    public record Wanted(int size, @Nullable String token) {}

    /**
     * Cuts the part out of the whole list, in the order of the keys.
     *
     * @param key names an item; no two items of the list share one
     * @return empty if the token is none of ours
     */
    public static <T> Optional<Page<T>> of(List<T> all, Function<T, String> key, Wanted wanted) {
        if (wanted.token() == null || wanted.token().isEmpty()) {
            return Optional.of(cut(all, key, "", wanted.size()));
        }
        return keyIn(wanted.token()).map(last -> cut(all, key, last, wanted.size()));
    }

    private static <T> Page<T> cut(List<T> all, Function<T, String> key, String last, int size) {
        List<T> rest = all.stream()
                .filter(item -> key.apply(item).compareTo(last) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        List<T> items = rest.subList(0, Math.min(size, rest.size()));
        return new Page<>(
                List.copyOf(items),
                items.size() < rest.size()
                        ? Optional.of(token(key.apply(items.get(items.size() - 1))))
                        : Optional.empty());
    }

    private static String token(String key) {
        return Base64.getUrlEncoder().encodeToString((MARK + key).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> keyIn(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            return text.startsWith(MARK) ? Optional.of(text.substring(MARK.length())) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
