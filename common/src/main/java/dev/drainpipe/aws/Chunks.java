package dev.drainpipe.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts a collection into pieces that fit into one call. */
final class Chunks {
    private Chunks() {}

    /** The elements in order, in lists of at most this size; no list at all for no elements. */
    static <T> List<List<T>> of(Collection<T> elements, int size) {
        List<T> all = List.copyOf(elements);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return chunks;
    }
}
