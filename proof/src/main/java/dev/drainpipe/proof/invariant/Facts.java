package dev.drainpipe.proof.invariant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What invariants ask of the account itself, beside what happened in it. */
public interface Facts {
    /** Whether EC2 still runs the instance. */
    boolean runs(String instanceId);

    /** The EC2 instance of a container instance's ARN, also of one that is gone. */
    Optional<String> instanceAt(String containerInstanceArn);

    /** What lies on the queues between the functions, in flight or not. */
    List<String> messages();

    /** What lies on the dead-letter queues of messages. */
    List<String> deadLetters();

    /** The moment. */
    Instant now();

    /** The hooks by which the functions are asked. */
    List<String> hooks();
}
