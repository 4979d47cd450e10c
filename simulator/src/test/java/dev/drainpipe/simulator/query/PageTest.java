package dev.drainpipe.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.query.Page.Wanted;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {
    private static Page<String> page(List<String> all, Wanted wanted) {
        return Page.of(all, Function.identity(), wanted).orElseThrow();
    }

    @Test
    void aListThatFitsHasNoNextPage() {
        Page<String> page = page(List.of("a", "b"), new Wanted(2, null));

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.next()).isEmpty();
    }

    @Test
    void theNextPageBeginsAfterTheLastItemShown() {
        Page<String> first = page(List.of("a", "b", "c"), new Wanted(2, null));

        Page<String> second =
                page(List.of("a", "b", "c"), new Wanted(2, first.next().orElseThrow()));

        assertThat(second.items()).containsExactly("c");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void anItemThatGoesBetweenTwoCallsHidesNoOther() {
        Page<String> first = page(List.of("a", "b", "c"), new Wanted(2, null));

        Page<String> second = page(List.of("a", "c"), new Wanted(2, first.next().orElseThrow()));

        assertThat(second.items()).containsExactly("c");
    }

    @Test
    void aForeignTokenIsRefused() {
        assertThat(Page.of(List.of("a"), Function.identity(), new Wanted(2, "not ours!")))
                .isEmpty();
        assertThat(Page.of(List.of("a"), Function.identity(), new Wanted(2, "bm9wZQ==")))
                .isEmpty();
    }
}
