package dev.drainpipe.simulator.ecs.query;

import java.time.DateTimeException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The operators, each with its sign and its word; a longer sign stands before one that it begins with.
 *
 * <p>Facts from the Amazon ECS Developer Guide, "Create expressions to define container instances for Amazon ECS
 * tasks".
 */
enum Operator {
    EQUALS("==", "equals", Takes.VALUE),
    NOT_EQUALS("!=", "not_equals", Takes.VALUE),
    MATCHES("=~", "matches", Takes.PATTERN),
    NOT_MATCHES("!~", "not_matches", Takes.PATTERN),
    GREATER_THAN_EQUAL(">=", "greater_than_equal", Takes.VALUE),
    GREATER_THAN(">", "greater_than", Takes.VALUE),
    LESS_THAN_EQUAL("<=", "less_than_equal", Takes.VALUE),
    LESS_THAN("<", "less_than", Takes.VALUE),
    NOT_EXISTS("!exists", "not_exists", Takes.NOTHING),
    EXISTS("exists", "exists", Takes.NOTHING),
    NOT_IN("!in", "not_in", Takes.LIST),
    IN("in", "in", Takes.LIST);

    /** What follows an operator. */
    enum Takes {
        NOTHING,
        VALUE,
        PATTERN,
        LIST
    }

    private final String sign;
    private final String word;
    private final Takes takes;

    Operator(String sign, String word, Takes takes) {
        this.sign = sign;
        this.word = word;
        this.takes = takes;
    }

    String sign() {
        return sign;
    }

    String word() {
        return word;
    }

    Takes takes() {
        return takes;
    }

    /** Whether its sign ends in something that no word has, so that a value may follow at once. */
    boolean symbolic() {
        return !Character.isLetter(sign.charAt(sign.length() - 1));
    }

    /** What a subject's values must be like; a subject with several values has one that is, or none that is. */
    Predicate<List<String>> test(Subject subject, List<String> arguments, Function<String, InvalidQuery> wrong) {
        return switch (this) {
            case EXISTS -> values -> !values.isEmpty();
            case NOT_EXISTS -> List::isEmpty;
            case EQUALS, IN -> any(equal(subject, arguments, wrong));
            case NOT_EQUALS, NOT_IN -> any(equal(subject, arguments, wrong)).negate();
            case MATCHES -> any(pattern(arguments.get(0), wrong));
            case NOT_MATCHES -> any(pattern(arguments.get(0), wrong)).negate();
            case GREATER_THAN -> any(ordered(subject, arguments, c -> c > 0, wrong));
            case GREATER_THAN_EQUAL -> any(ordered(subject, arguments, c -> c >= 0, wrong));
            case LESS_THAN -> any(ordered(subject, arguments, c -> c < 0, wrong));
            case LESS_THAN_EQUAL -> any(ordered(subject, arguments, c -> c <= 0, wrong));
        };
    }

    private static Predicate<List<String>> any(Predicate<String> one) {
        return values -> values.stream().anyMatch(one);
    }

    private static Predicate<String> equal(
            Subject subject, List<String> arguments, Function<String, InvalidQuery> wrong) {
        Comparator<String> order = subject.order();
        arguments.forEach(a -> compare(order, a, a, wrong));
        return value -> arguments.stream().anyMatch(a -> order.compare(value, a) == 0);
    }

    private static Predicate<String> ordered(
            Subject subject, List<String> arguments, IntPredicate sign, Function<String, InvalidQuery> wrong) {
        Comparator<String> order = subject.order();
        String argument = arguments.get(0);
        compare(order, argument, argument, wrong);
        return value -> sign.test(order.compare(value, argument));
    }

    /** Finds out whether the argument is of the subject's kind, before any candidate is asked. */
    private static void compare(
            Comparator<String> order, String one, String other, Function<String, InvalidQuery> wrong) {
        try {
            order.compare(one, other);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong.apply("no such value: " + other);
        }
    }

    private static Predicate<String> pattern(String regex, Function<String, InvalidQuery> wrong) {
        try {
            return Pattern.compile(regex).asMatchPredicate();
        } catch (PatternSyntaxException e) {
            throw wrong.apply("no such pattern: " + regex);
        }
    }
}
