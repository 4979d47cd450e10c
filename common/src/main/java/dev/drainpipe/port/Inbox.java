package dev.drainpipe.port;

import dev.drainpipe.message.Delivery;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** A queue to take messages from. */
public interface Inbox {
    /**
     * Takes at most ten messages and hides them from other receivers for this long; empty if none is there.
     *
     * @throws TryLater if the queue does not answer
     * @throws NoSuchQueue if it does not exist (any more)
     */
    List<Delivery> receive(Duration hidden);

    /**
     * Deletes the messages; deleting one twice is harmless.
     *
     * @return those that could not be deleted and will come again
     */
    List<Delivery> delete(Collection<Delivery> done);
}
