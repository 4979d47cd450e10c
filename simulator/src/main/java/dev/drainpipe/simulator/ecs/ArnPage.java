package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.query.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of ARNs, and the token for the next.
 *
 * @param arns the ARNs of this page, in their own order
 * @param nextToken what asks for the next page; empty on the last
 */
record ArnPage(List<String> arns, Optional<String> nextToken) {
    /** The most that any list of ECS gives at once. */
    static final int MOST = 100;

    /** What a caller asks for; both may be missing. */
    record Request(@Nullable String nextToken, @Nullable Integer maxResults) {}

    /** The page of these ARNs that the caller asks for; this many if the caller does not say. */
    static ArnPage of(List<String> arns, Request request, int usual) {
        int most = request.maxResults() == null ? usual : Checks.between("maxResults", request.maxResults(), 1, MOST);
        return Page.of(arns, Function.identity(), new Page.Wanted(most, request.nextToken()))
                .map(page -> new ArnPage(page.items(), page.next()))
                .orElseThrow(() -> EcsErrors.invalid("Invalid token."));
    }
}
