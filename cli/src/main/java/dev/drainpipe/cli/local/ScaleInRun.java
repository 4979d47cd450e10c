package dev.drainpipe.cli.local;

import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One scale-in under traffic, from a steady account to the report. */
final class ScaleInRun {
    /** How long the run goes on after the last instance is gone, for losses that show late and for N+1 to return. */
    private static final Duration AFTERMATH = Duration.ofSeconds(75);

    /** Past the template's default drain time-out of an hour: if an instance is still there, nobody lets it go. */
    private static final Duration LONGEST = Duration.ofMinutes(75);

    /** More than the longest request takes. */
    private static final Duration LAST_REQUESTS = Duration.ofMinutes(1);

    private final LocalOptions options;
    private final Session session;
    private final Feeding feeding;
    private @Nullable Instant allGone;

    ScaleInRun(LocalOptions options, Session session, List<LifecycleFile> messages) {
        this.options = options;
        this.session = session;
        this.feeding = new Feeding(session, messages);
    }

    RunReport run() {
        Instant start = session.prepare();
        Instant scaleIn = session.now();
        session.phase("the scale-in by " + options.scaleIn());
        session.account().scaleIn();
        feeding.begin();
        session.runUntil(this::over, new Session.Limit(options.speed(), LONGEST));
        Instant end = session.now();
        session.account().stopTraffic();
        session.runUntil(() -> session.account().requestsInFlight() == 0, new Session.Limit(Speed.MAX, LAST_REQUESTS));
        return session.recorder().report(new Window(start, scaleIn, end)).withMessages(feeding.outcomes());
    }

    private boolean over() {
        if (allGone == null && session.gone() >= options.scaleIn()) {
            allGone = session.now();
            session.phase("the last instance was gone");
        }
        return allGone != null && !session.now().isBefore(allGone.plus(AFTERMATH)) && feeding.over();
    }
}
