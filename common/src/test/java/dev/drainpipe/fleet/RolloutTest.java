package dev.drainpipe.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Rollout.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {
    @ParameterizedTest(name = "{0}: {1}, {2} failed of {3} -> {4}")
    @CsvSource(delimiter = '|', textBlock = """
            a deployment without failures goes on        | IN_PROGRESS |   0 |   4 | false
            two failures may be chance                   | IN_PROGRESS |   2 |   1 | false
            three are the least that ECS gives up at     | IN_PROGRESS |   3 |   1 | true
            also of a service that wants no task         | IN_PROGRESS |   3 |   0 | true
            half of six is three                         | IN_PROGRESS |   3 |   6 | true
            half of seven, rounded up, is four           | IN_PROGRESS |   3 |   7 | false
            four of seven are enough                     | IN_PROGRESS |   4 |   7 | true
            half of 25, rounded up, is 13                | IN_PROGRESS |  12 |  25 | false
            thirteen of 25 are enough                    | IN_PROGRESS |  13 |  25 | true
            200 are enough of 400                        | IN_PROGRESS | 200 | 400 | true
            199 are not enough of 400                    | IN_PROGRESS | 199 | 400 | false
            200 are enough of any number                 | IN_PROGRESS | 200 | 800 | true
            199 are not enough of any number             | IN_PROGRESS | 199 | 800 | false
            what ECS has given up is stuck               | FAILED      |   0 |   4 | true
            what is complete is not, whatever went wrong | COMPLETED   |  99 |   4 | false
            without a state the failures decide: no      | UNTOLD      |   2 |   4 | false
            without a state the failures decide: yes     | UNTOLD      |   3 |   4 | true
            """)
    void theTable(String sentence, State state, int failed, int desired, boolean stuck) {
        assertThat(new Rollout(state, failed).stuck(desired)).as(sentence).isEqualTo(stuck);
    }
}
