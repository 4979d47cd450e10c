package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.world.Dice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which instances go when a group has too many: those of the fullest zones first, then as the policy says, never a
 * protected one (EC2 Auto Scaling User Guide, 'Control which Auto Scaling instances terminate during scale in').
 */
public final class ScaleIn {
    private ScaleIn() {}

    /** Which instance of the fullest zone goes first. */
    public enum Policy {
        OLDEST,
        NEWEST,
        /** As the dice fall, for runs that must not depend on the order of age. */
        RANDOM;

        /**
         * The policy of AWS's name for it; empty if it is none of those simulated.
         *
         * @param usual what AWS's default comes to once the zones are balanced
         */
        static Optional<Policy> ofWord(String word, Policy usual) {
            return switch (word) {
                case "Default" -> Optional.of(usual);
                case "OldestInstance" -> Optional.of(OLDEST);
                case "NewestInstance" -> Optional.of(NEWEST);
                default -> Optional.empty();
            };
        }
    }

    /** An instance in service, as far as the choice depends on it. */
    record Candidate(String id, String zone, Instant launched, boolean isProtected) {}

    /** The ids of those that go, at most so many; fewer if the others are protected. */
    static List<String> choose(List<Candidate> inService, int count, Policy policy, Dice dice) {
        List<Candidate> left = new ArrayList<>(inService);
        List<String> chosen = new ArrayList<>();
        while (chosen.size() < count && left.stream().anyMatch(c -> !c.isProtected())) {
            Candidate next = oneOf(fromFullestZone(left), policy, dice);
            left.remove(next);
            chosen.add(next.id());
        }
        return chosen;
    }

    private static List<Candidate> fromFullestZone(List<Candidate> left) {
        Map<String, List<Candidate>> byZone =
                left.stream().collect(Collectors.groupingBy(Candidate::zone, TreeMap::new, Collectors.toList()));
        return byZone.values().stream()
                .filter(zone -> zone.stream().anyMatch(c -> !c.isProtected()))
                .max(Comparator.comparingInt(List::size))
                .orElseThrow()
                .stream()
                .filter(c -> !c.isProtected())
                .toList();
    }

    private static Candidate oneOf(List<Candidate> candidates, Policy policy, Dice dice) {
        Comparator<Candidate> byAge = Comparator.comparing(Candidate::launched).thenComparing(Candidate::id);
        return switch (policy) {
            case OLDEST -> candidates.stream().min(byAge).orElseThrow();
            case NEWEST -> candidates.stream().max(byAge).orElseThrow();
            case RANDOM -> dice.oneOf(candidates);
        };
    }
}
