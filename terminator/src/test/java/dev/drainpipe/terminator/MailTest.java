package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Member.Phase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailTest extends TickFixture {
    @Test
    void theSameMessageTenTimesHasTheEffectOfOne() {
        aws.drained("i-1");
        for (int i = 0; i < 10; i++) {
            queue.put("m" + i, body("i-1", LoadBalancers.NONE, START), START, 1);
        }

        tick();

        assertThat(aws.calls).filteredOn(call -> call.startsWith("complete")).hasSize(1);
        assertThat(queue.deleted).hasSize(10);
    }

    @Test
    void aMessageOfTheOlderVersionIsUnderstood() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 2);
        queue.put("m", olderBody("i-1"), START, 1);

        tick();

        assertThat(decisions()).singleElement().asString().contains("ASK_AGAIN, TASKS_LEFT (2 by ECS's counters)");
    }

    @Test
    void aMalformedMessageIsKeptAsEvidenceAndItsNeighbourIsUntouched() {
        aws.drained("i-1");
        queue.put("bad", "{\"instance_id\": 5}", START, 1);
        ask("i-1");

        tick();

        assertThat(deadLetters.sent).singleElement().satisfies(copy -> {
            assertThat(copy.body()).isEqualTo("{\"instance_id\": 5}");
            assertThat(copy.attributes()).containsEntry("source", "termination queue");
            assertThat(copy.attributes().get("reason")).contains("instance_id is 5", "auto_scaling_group is missing");
        });
        assertThat(queue.deleted).containsExactly("bad", "m-i-1");
    }

    @Test
    void aMalformedMessageThatCannotBeKeptStays() {
        queue.put("bad", "not JSON", START, 1);
        deadLetters.refusesToSend = true;

        tick();

        assertThat(queue.deleted).isEmpty();
    }

    @Test
    void aMessageThatWasReceivedTooOftenIsReplacedByACopy() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        Instant firstSeen = START.minus(Duration.ofHours(9));
        queue.put("young", body("i-2", LoadBalancers.NONE, START), START, Mail.MOST_RECEIVES - 1);
        queue.put("old", body("i-1", LoadBalancers.NONE, firstSeen), START, Mail.MOST_RECEIVES);
        aws.phase("i-2", Phase.WAITS_TO_LEAVE);
        aws.set("i-2", Status.DRAINING, 3);

        tick();

        assertThat(queue.sent)
                .singleElement()
                .satisfies(copy -> assertThat(copy.body()).isEqualTo(body("i-1", LoadBalancers.NONE, firstSeen)));
        assertThat(queue.deleted).containsExactly("old");
    }

    @Test
    void aCopyThatIsNotAcceptedLeavesTheOldMessage() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        queue.put("old", body("i-1", LoadBalancers.NONE, START), START, Mail.MOST_RECEIVES);
        queue.refusesToSend = true;

        tick();

        assertThat(queue.deleted).isEmpty();
    }
}
