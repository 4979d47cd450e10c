package dev.drainpipe.simulator.wire;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed a request, and for which service, as its {@code Authorization} header says; the signature itself is not
 * checked.
 *
 * @param accessKeyId by which the caller is known
 * @param service the signing name, such as {@code autoscaling}
 */
public record CredentialScope(String accessKeyId, String service) {
    private static final Pattern CREDENTIAL =
            Pattern.compile("Credential=([^/,\\s]+)/\\d{8}/[^/]*/([^/]+)/aws4_request");

    /** Reads the header of Signature Version 4; empty if the request has none. */
    public static Optional<CredentialScope> of(Map<String, String> lowerCaseHeaders) {
        Matcher matcher = CREDENTIAL.matcher(lowerCaseHeaders.getOrDefault("authorization", ""));
        return matcher.find() ? Optional.of(new CredentialScope(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
