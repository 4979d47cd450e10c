package dev.drainpipe.terminator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers something of each of many things, for as long as this process lives; the oldest are forgotten first.
 *
 * <p>A process that has just started remembers nothing, so whoever asks must be safe without an answer.
 *
 * @param <K> the things
 * @param <V> what is remembered of them
 */
final class Memory<K, V> {
    /** Far more than drain at a time; it bounds the memory for what another process finished. */
    static final int MOST_REMEMBERED = 10_000;

    private final Map<K, V> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    synchronized Optional<V> get(K thing) {
        return Optional.ofNullable(entries.get(thing));
    }

    /** Of a thing that is remembered already, the latest counts, and lasts as if new. */
    synchronized void put(K thing, V what) {
        entries.remove(thing);
        entries.put(thing, what);
    }

    /** Everything that is remembered, the oldest first. */
    synchronized List<V> all() {
        return List.copyOf(entries.values());
    }

    /** How many things are remembered. */
    synchronized int size() {
        return entries.size();
    }

    synchronized void forget(K thing) {
        entries.remove(thing);
    }
}
