package dev.drainpipe.simulator.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The patterns of policies, in which {@code *} stands for any characters and {@code ?} for any one. */
final class Wildcards {
    private static final String ANY = ".";
    private static final String ANY_IN_SEGMENT = "[^:]";

    /** Partition, service, Region, account and resource; the resource may have colons of its own. */
    private static final int ARN_SEGMENTS = 6;

    private Wildcards() {}

    /** A pattern of actions; case does not matter (IAM User Guide, "IAM JSON policy elements: Action"). */
    static Pattern action(String pattern) {
        return Pattern.compile(regex(pattern, ANY), Pattern.CASE_INSENSITIVE);
    }

    /** A pattern of texts. */
    static Pattern text(String pattern) {
        return Pattern.compile(regex(pattern, ANY));
    }

    /**
     * A pattern of a statement's resources: a wildcard stays within the segments that colons part, but for a {@code *}
     * at the end of one (IAM User Guide, "IAM JSON policy elements: Resource").
     */
    static Pattern resource(String pattern) {
        List<String> segments = new ArrayList<>();
        for (String segment : pattern.split(":", -1)) {
            boolean opensUp = segment.endsWith("*");
            String closed = opensUp ? segment.substring(0, segment.length() - 1) : segment;
            segments.add(regex(closed, ANY_IN_SEGMENT) + (opensUp ? ANY + "*" : ""));
        }
        return Pattern.compile(String.join(":", segments));
    }

    /**
     * A pattern of ARNs in a condition, which are compared segment by segment (IAM User Guide, "IAM JSON policy
     * elements: Condition operators").
     */
    static Pattern arn(String pattern) {
        List<String> segments = new ArrayList<>();
        for (String segment : pattern.split(":", ARN_SEGMENTS)) {
            segments.add(regex(segment, segments.size() + 1 < ARN_SEGMENTS ? ANY_IN_SEGMENT : ANY));
        }
        return Pattern.compile(String.join(":", segments));
    }

    private static String regex(String pattern, String any) {
        return pattern.chars().mapToObj(c -> one((char) c, any)).collect(Collectors.joining());
    }

    private static String one(char c, String any) {
        return switch (c) {
            case '*' -> any + "*";
            case '?' -> any;
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
