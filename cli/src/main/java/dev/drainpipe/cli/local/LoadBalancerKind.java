package dev.drainpipe.cli.local;

import dev.drainpipe.cli.OptionValues.Choice;
import java.util.Arrays;
import java.util.Optional;

/** Which kind of load balancer the simulated service stands behind. */
public enum LoadBalancerKind {
    CLASSIC("classic", "Classic Load Balancer"),
    TARGET_GROUP("target-group", "target group");

    static final Choice<LoadBalancerKind> CHOICE = new Choice<>("classic or target-group", LoadBalancerKind::of);

    private final String word;
    private final String words;

    LoadBalancerKind(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** How it is written on the command line. */
    public String word() {
        return word;
    }

    /** How people call it. */
    String words() {
        return words;
    }

    private static Optional<LoadBalancerKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
