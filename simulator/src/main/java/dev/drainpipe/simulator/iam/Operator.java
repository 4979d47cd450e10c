package dev.drainpipe.simulator.iam;

import java.util.Arrays;
import java.util.Optional;

/** How a condition compares a key's value (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
enum Operator {
    STRING_EQUALS("StringEquals"),
    STRING_LIKE("StringLike"),
    /** Takes wildcards, too: the same page says that both ARN operators behave alike. */
    ARN_EQUALS("ArnEquals"),
    ARN_LIKE("ArnLike");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** The operator of this name in a policy, if it is simulated. */
    static Optional<Operator> find(String word) {
        return Arrays.stream(values()).filter(o -> o.word.equals(word)).findFirst();
    }

    boolean accepts(String wanted, String found) {
        return switch (this) {
            case STRING_EQUALS -> wanted.equals(found);
            case STRING_LIKE -> Wildcards.text(wanted).matcher(found).matches();
            case ARN_EQUALS, ARN_LIKE -> Wildcards.arn(wanted).matcher(found).matches();
        };
    }
}
