package dev.drainpipe.document;

import java.util.regex.Pattern;

/**
 * Takes lifecycle action tokens out of texts of others, such as error messages, before they are shown.
 *
 * <p>A token is a UUID of 36 characters (Amazon EC2 Auto Scaling API reference, CompleteLifecycleAction), and enough to
 * let an instance go. Request ids and parts of ARNs look the same; they are no secret, and stay.
 */
public final class Secrets {
    private static final Pattern UUID =
            Pattern.compile("(?i)(?<!request ?id[:=]? ?)(?<![/:])\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Whatever stands after the word, in case a token looks otherwise. */
    private static final Pattern NAMED_TOKEN =
            Pattern.compile("(?i)(token\\b[\"']?(?: with| is|[:=])?\\s*[\"']?)[^\\s\"',;)}]*[0-9-][^\\s\"',;)}]*");

    private Secrets() {}

    /** The text without what looks like a token. */
    public static String masked(String text) {
        String withoutIds = UUID.matcher(text).replaceAll("(hidden)");
        return NAMED_TOKEN.matcher(withoutIds).replaceAll("$1(hidden)");
    }
}
