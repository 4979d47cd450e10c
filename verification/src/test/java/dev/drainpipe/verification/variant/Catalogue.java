package dev.drainpipe.verification.variant;

import java.util.List;
import java.util.stream.Stream;

/** All variants. */
final class Catalogue {
    private Catalogue() {}

    static List<Variant> all() {
        return Stream.of(
                        TasksLeft.VARIANTS,
                        FailingOpen.VARIANTS,
                        TakingOut.VARIANTS,
                        Mailing.VARIANTS,
                        KeepingTime.VARIANTS,
                        Counting.VARIANTS)
                .flatMap(List::stream)
                .toList();
    }
}
