package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.PastGlobalTimeout;
import dev.drainpipe.simulator.autoscaling.ScaleIn.Candidate;
import dev.drainpipe.simulator.autoscaling.ScaleIn.Policy;
import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScaleInTest {
    private static final Instant LAUNCHED = Instant.parse("2026-01-01T00:00:00Z");

    private static Candidate candidate(String id, String zone, int minute) {
        return new Candidate(id, zone, LAUNCHED.plusSeconds(60L * minute), false);
    }

    private static Candidate guarded(Candidate candidate) {
        return new Candidate(candidate.id(), candidate.zone(), candidate.launched(), true);
    }

    private static List<String> choose(List<Candidate> candidates, int count, Policy policy) {
        return ScaleIn.choose(candidates, count, policy, new Dice(1));
    }

    private final List<Candidate> oneZone =
            List.of(candidate("i-2", "a", 2), candidate("i-1", "a", 1), candidate("i-3", "a", 3));

    @Test
    void theOldestGoesFirst() {
        assertThat(choose(oneZone, 2, Policy.OLDEST)).containsExactly("i-1", "i-2");
    }

    @Test
    void orTheNewest() {
        assertThat(choose(oneZone, 2, Policy.NEWEST)).containsExactly("i-3", "i-2");
    }

    @Test
    void theFullestZoneComesBeforeAge() {
        List<Candidate> zones = List.of(candidate("i-1", "a", 1), candidate("i-2", "b", 2), candidate("i-3", "b", 3));

        assertThat(choose(zones, 1, Policy.OLDEST)).containsExactly("i-2");
    }

    @Test
    void severalLeaveTheZonesBalanced() {
        List<Candidate> zones = IntStream.range(0, 6)
                .mapToObj(i -> candidate("i-" + i, i < 4 ? "a" : "b", i))
                .toList();

        List<String> gone = choose(zones, 4, Policy.OLDEST);

        assertThat(zones.stream()
                        .filter(c -> !gone.contains(c.id()))
                        .collect(Collectors.groupingBy(Candidate::zone, Collectors.counting())))
                .containsEntry("a", 1L)
                .containsEntry("b", 1L);
    }

    @Test
    void aProtectedInstanceNeverGoes() {
        List<Candidate> candidates = List.of(guarded(oneZone.get(0)), guarded(oneZone.get(1)), oneZone.get(2));

        assertThat(choose(candidates, 3, Policy.OLDEST)).containsExactly("i-3");
    }

    @Test
    void aZoneOfProtectedInstancesDoesNotHoldUpTheOthers() {
        List<Candidate> candidates =
                List.of(guarded(candidate("i-1", "a", 1)), guarded(candidate("i-2", "a", 2)), candidate("i-3", "b", 3));

        assertThat(choose(candidates, 1, Policy.OLDEST)).containsExactly("i-3");
    }

    @Test
    void chanceIsDrawnFromTheDice() {
        List<Candidate> many = IntStream.range(0, 20)
                .mapToObj(i -> candidate("i-" + i, "a", i))
                .toList();

        List<String> chosen = ScaleIn.choose(many, 5, Policy.RANDOM, new Dice(7));

        assertThat(chosen)
                .hasSize(5)
                .doesNotHaveDuplicates()
                .isEqualTo(ScaleIn.choose(many, 5, Policy.RANDOM, new Dice(7)))
                .isNotEqualTo(choose(many, 5, Policy.OLDEST));
    }

    @Test
    void theSwitchSaysWhoGoesFirstWhereTheGroupDoesNot() {
        assertThat(leftOfTwo(Policy.OLDEST)).isEqualTo("the newest");
        assertThat(leftOfTwo(Policy.NEWEST)).isEqualTo("the oldest");
    }

    private static String leftOfTwo(Policy policy) {
        Fleet fleet = new Fleet(new AutoScalingBehaviour(policy, BothGiven.MUST_AGREE, PastGlobalTimeout.CLAMP));
        fleet.autoScaling.create(GroupSpec.of(Fleet.NAME, 1).zones("a"));
        fleet.pass(Duration.ofMinutes(2));
        String oldest = fleet.idsIn("InService").get(0);
        fleet.scaleTo(2).pass(Duration.ofMinutes(2));
        fleet.scaleTo(1).pass(Duration.ofMinutes(2));
        return fleet.idsIn("InService").equals(List.of(oldest)) ? "the oldest" : "the newest";
    }
}
