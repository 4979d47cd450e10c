package dev.drainpipe.simulator.ecs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of ARNs, and the token for the next.
 *
 * <p>The token holds the last ARN of its page, so a page begins where the one before ended even if the list changed
 * meanwhile.
 *
 * @param arns the ARNs of this page, in their own order
 * @param nextToken what asks for the next page; empty on the last
 */
record Page(List<String> arns, Optional<String> nextToken) {
    /** The most that any list of ECS gives at once. */
    static final int MOST = 100;

    /** What a caller asks for; both may be missing. */
    record Request(@Nullable String nextToken, @Nullable Integer maxResults) {}

    /** The page of these ARNs that the caller asks for; this many if the caller does not say. */
    static Page of(List<String> arns, Request request, int usual) {
        int most = request.maxResults() == null ? usual : Checks.between("maxResults", request.maxResults(), 1, MOST);
        String after = request.nextToken() == null ? "" : decode(request.nextToken());
        List<String> rest =
                arns.stream().filter(a -> a.compareTo(after) > 0).sorted().toList();
        if (rest.size() <= most) {
            return new Page(rest, Optional.empty());
        }
        List<String> page = rest.subList(0, most);
        return new Page(page, Optional.of(encode(page.get(most - 1))));
    }

    private static String encode(String arn) {
        return Base64.getUrlEncoder().encodeToString(arn.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw EcsErrors.invalid("Invalid token.");
        }
    }
}
