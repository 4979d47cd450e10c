package dev.drainpipe.simulator.autoscaling;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a lifecycle hook waits for.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, DescribeLifecycleHookTypes.
 */
enum Transition {
    LAUNCHING("autoscaling:EC2_INSTANCE_LAUNCHING", "EC2 Instance-launch Lifecycle Action"),
    TERMINATING("autoscaling:EC2_INSTANCE_TERMINATING", "EC2 Instance-terminate Lifecycle Action");

    private final String word;
    private final String detailType;

    Transition(String word, String detailType) {
        this.word = word;
        this.detailType = detailType;
    }

    /** AWS's word for it in the API and in messages. */
    String word() {
        return word;
    }

    /** What EventBridge calls such an event. */
    String detailType() {
        return detailType;
    }

    /** AWS's words for all of them. */
    static List<String> words() {
        return Stream.of(values()).map(Transition::word).toList();
    }

    static Transition ofWord(String word) {
        return Stream.of(values())
                .filter(t -> t.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No lifecycle transition is called " + word + "."));
    }
}
