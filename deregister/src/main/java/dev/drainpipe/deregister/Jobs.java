package dev.drainpipe.deregister;

import dev.drainpipe.message.Delivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a batch of messages asks for, each thing once, and which messages must come again. */
final class Jobs {
    private final List<Job> jobs = new ArrayList<>();
    private final Set<String> failed = new LinkedHashSet<>();

    void add(Job job) {
        for (int i = 0; i < jobs.size(); i++) {
            if (jobs.get(i).same(job)) {
                jobs.set(i, jobs.get(i).with(job));
                return;
            }
        }
        jobs.add(job);
    }

    /** In the order in which they came. */
    List<Job> all() {
        return List.copyOf(jobs);
    }

    /** A message must come again. */
    void fail(Delivery delivery) {
        failed.add(delivery.messageId());
    }

    /** All messages that ask for this must come again. */
    void fail(Job job) {
        failed.addAll(job.messageIds());
    }

    /** The ids of the messages that must come again. */
    Set<String> failedMessageIds() {
        return Collections.unmodifiableSet(failed);
    }
}
