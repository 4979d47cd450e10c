package dev.drainpipe.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.message.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchInboxTest {
    private final Delivery one = new Delivery("m-1", "handle", "{}", Instant.EPOCH, 1);
    private final Delivery two = new Delivery("m-2", "handle", "{}", Instant.EPOCH, 1);
    private final BatchInbox inbox = new BatchInbox(List.of(one, two));

    @Test
    void whatWasBroughtIsThereOnce() {
        assertThat(inbox.receive(Duration.ZERO)).containsExactly(one, two);
        assertThat(inbox.receive(Duration.ZERO)).isEmpty();
    }

    @Test
    void whatIsNotDeletedComesAgain() {
        assertThat(inbox.comeAgain()).containsExactlyInAnyOrder("m-1", "m-2");

        assertThat(inbox.delete(List.of(one))).isEmpty();

        assertThat(inbox.comeAgain()).containsExactly("m-2");
    }
}
