package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurelyOutTest {
    private static final Target ONE = new Target("tg", "i-1", 80, Attachment.REGISTERED);
    private static final Target TWO = new Target("tg", "i-2", 80, Attachment.REGISTERED);

    private final Deque<List<Target>> answers = new ArrayDeque<>();
    private final List<Collection<String>> asked = new ArrayList<>();
    private final SurelyOut targetGroups = new SurelyOut((group, ids) -> {
        asked.add(List.copyOf(ids));
        return answers.remove();
    });

    /** An instance that one list lacked stayed in its target group until its deadline, since nobody took it out. */
    @Test
    void anInstanceThatOneAnswerLacksIsAskedForAgain() {
        answers.add(List.of(ONE));
        answers.add(List.of(TWO));

        assertThat(targetGroups.targets("tg", List.of("i-1", "i-2"))).containsExactly(ONE, TWO);
        assertThat(asked).containsExactly(List.of("i-1", "i-2"), List.of("i-2"));
    }

    @Test
    void anInstanceThatTwoAnswersLackIsOut() {
        answers.add(List.of());
        answers.add(List.of());

        assertThat(targetGroups.targets("tg", List.of("i-1"))).isEmpty();
    }

    @Test
    void whoseInstancesAreAllThereIsAskedOnce() {
        answers.add(List.of(ONE, TWO));

        assertThat(targetGroups.targets("tg", List.of("i-1", "i-2"))).containsExactly(ONE, TWO);
        assertThat(asked).hasSize(1);
    }
}
