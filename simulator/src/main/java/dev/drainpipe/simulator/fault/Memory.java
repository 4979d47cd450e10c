package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.ServiceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkPojo;

/** The true answers of the last while to each question that is asked, at least each minute, or that is always looked after. */
final class Memory {
    /** How long a question that nobody asks any more is looked after; what is asked each minute is never given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final InstantSource clock;
    private final Map<ServiceId, AwsService> services;
    private final Duration longest;
    private final Map<Question, Past> pasts = new HashMap<>();
    private final Map<Question, Instant> asked = new LinkedHashMap<>();

    Memory(InstantSource clock, Map<ServiceId, AwsService> services, Duration longest) {
        this.clock = clock;
        this.services = services;
        this.longest = longest;
    }

    /** Asks the service on somebody's behalf. */
    SdkPojo ask(Question question) {
        SdkPojo answer = question.answer(service(question));
        note(question, answer);
        return answer;
    }

    /** Notes what somebody was answered. */
    void note(Question question, SdkPojo answer) {
        asked.put(question, clock.instant());
        see(question, answer);
    }

    /** What the answer was then, or at the first moment after it of which something is known. */
    SdkPojo asOf(Question question, Instant then) {
        return Optional.ofNullable(pasts.get(question)).orElseThrow().asOf(then);
    }

    /** Asks those questions again that are still looked after, as something has just changed. */
    void lookAgain(Predicate<Question> concerned) {
        giveUp();
        List.copyOf(asked.keySet()).stream().filter(concerned).forEach(this::look);
    }

    /** Asks a question again whose answer may have changed now. */
    void look(Question question) {
        try {
            see(question, question.answer(service(question)));
        } catch (AwsError refused) {
            // What cannot be asked any more is refused to its callers, too, however old the answers are to be.
        }
    }

    private void see(Question question, SdkPojo answer) {
        Past past = pasts.computeIfAbsent(question, q -> new Past(longest));
        if (question.toldOfChanges()) {
            past.unchangedUntil(clock.instant());
        }
        past.note(answer, clock.instant());
    }

    private void giveUp() {
        Instant before = clock.instant().minus(PATIENCE);
        asked.values().removeIf(last -> last.isBefore(before));
        pasts.keySet().removeIf(question -> !asked.containsKey(question) && !question.lasting());
    }

    private AwsService service(Question question) {
        return Optional.ofNullable(services.get(question.service())).orElseThrow();
    }
}
