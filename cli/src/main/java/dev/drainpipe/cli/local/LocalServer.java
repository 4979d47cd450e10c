package dev.drainpipe.cli.local;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.Terminal;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.Window;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Keeps the account up for AWS clients until it is broken off; then writes the picture of all that happened. */
final class LocalServer {
    /** Longer than anybody looks on. */
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final LocalOptions options;
    private final Session session;
    private final Terminal terminal;

    LocalServer(LocalOptions options, Session session, Terminal terminal) {
        this.options = options;
        this.session = session;
        this.terminal = terminal;
    }

    /** Serves; does not return before the thread is interrupted or the machine goes down. */
    void run(Machine machine, Outputs outputs) {
        Instant start = session.prepare();
        Instant zero = session.now();
        URI address = session.account().serve(options.servePort().orElse(0));
        notice(address).forEach(terminal.out()::println);
        terminal.out().flush();
        machine.atExit()
                .accept(() -> session.account().world().exclusively(() -> {
                    RunReport report = session.recorder().report(new Window(start, zero, session.now()));
                    terminal.out()
                            .println("Picture: "
                                    + outputs.write(report, session.log().lines()));
                    return true;
                }));
        if (options.scaleIn() > 0) {
            session.account().scaleIn();
        }
        session.runUntil(() -> false, new Session.Limit(options.speed(), FOR_EVER));
    }

    private List<String> notice(URI address) {
        return List.of(
                "The simulated account is up, at " + options.speed() + " of real time, until Ctrl-C. In another shell:",
                "",
                "  export AWS_ENDPOINT_URL=" + address,
                "  export AWS_ACCESS_KEY_ID=you AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION="
                        + session.account().world().account().region(),
                "",
                "  aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names " + Names.GROUP,
                "  aws autoscaling set-desired-capacity --auto-scaling-group-name %s --desired-capacity %d"
                        .formatted(Names.GROUP, Math.max(1, options.instances() - 1)),
                "  aws ecs list-container-instances --status DRAINING --cluster " + Names.CLUSTER,
                "  aws ecs describe-services --cluster %s --services %s".formatted(Names.CLUSTER, Names.SERVICE),
                // Version 1 of the AWS CLI minds AWS_ENDPOINT_URL for all services but SQS, and would call AWS itself.
                "  aws sqs list-queues --endpoint-url " + address,
                "");
    }
}
