package dev.drainpipe.verification.variant;

import static dev.drainpipe.verification.variant.Named.BUDGET;
import static dev.drainpipe.verification.variant.Named.DRY_RUN;
import static dev.drainpipe.verification.variant.Named.EARLY;
import static dev.drainpipe.verification.variant.Named.FOUND_AGAIN;
import static dev.drainpipe.verification.variant.Named.LIVE;
import static dev.drainpipe.verification.variant.Named.LOST;
import static dev.drainpipe.verification.variant.Named.RUBBISH;
import static dev.drainpipe.verification.variant.Named.SECRET;
import static dev.drainpipe.verification.variant.Named.TOO_RARE;
import static dev.drainpipe.verification.variant.Named.TOUCHED;

import java.util.List;

/** Mistakes with messages: taken, repeated, deleted, lost. */
final class Mailing {
    private Mailing() {}

    static final List<Variant> VARIANTS = List.of(
            Variant.of("a message is deleted before it is acted on", "LCD: a process that dies has lost the instance.")
                    .in(
                            "terminator/Mail",
                            "batch.get().forEach(delivery -> attempts.act(() -> sort(delivery, pending)));",
                            "delete(batch.get()); batch.get().forEach(delivery -> attempts.act(() -> sort(delivery, pending)));")
                    .caughtBy(LOST, LIVE),
            Variant.of("a batch that was done in part is answered as done", "Whoever was throttled is forgotten.")
                    .in("common/SqsBatch", "failedMessageIds.stream().map(BatchItemFailure::new).toList()", "List.of()")
                    .caughtBy(LOST, LIVE),
            Variant.of(
                            "what must be asked again is not",
                            "A throttle at the first look, and the instance is forgotten.")
                    .in("deregister/Triage", "jobs.fail(departure.job());", "")
                    .caughtBy(LOST, LIVE),
            Variant.of("a message that the queue refused was sent", "It is DRAINING, and nobody waits for it.")
                    .in("deregister/HandOver", "if (!why.isEmpty())", "if (why.length() > 1000)")
                    .caughtBy(LOST, LIVE)
                    .notYet(TOO_RARE),
            Variant.of(
                            "a second message lets the instance go",
                            "GS: a retry, or a Spot notice before the hook, and an instance goes with its tasks.")
                    .in("terminator/Pending", "entry.request = Requests.merged(entry.request, request);", """
                            boolean again = !entry.deliveries.isEmpty() && !entry.deliveries.containsKey(delivery.messageId());
                            entry.request = again
                                    ? Requests.until(request, request.firstSeen())
                                    : Requests.merged(entry.request, request);
                            """)
                    .caughtBy(EARLY)
                    .notYet("two messages of one drain rarely come in one batch"),
            Variant.of(
                            "whatever finishes ends all messages of its instance",
                            "NTH: the Spot notice is done, and with it the hook's message; the hook lapses.")
                    .in("terminator/Pending", "done.addAll(messages(request));", """
                            byInstance.getOrDefault(request.instanceId(), List.of())
                                    .forEach(entry -> done.addAll(entry.deliveries.values()));
                            """)
                    .caughtBy(LOST, LIVE)
                    .notYet(TOO_RARE),
            Variant.of(
                            "a malformed message poisons its batch",
                            "NTH dies of one bad message; its neighbours wait with it.")
                    .in(
                            "deregister/Intake",
                            "if (!attempts.act(() -> sort(delivery, jobs))) { jobs.fail(delivery); }",
                            """
                            if (LifecycleParser.parse(delivery.body()) instanceof Malformed malformed) {
                                throw new IllegalArgumentException(malformed.reason());
                            }
                            sort(delivery, jobs);
                            """)
                    .caughtBy(LIVE, LOST, RUBBISH),
            Variant.of(
                            "a malformed message is never deleted",
                            "KLM: it comes again and again until its retention ends.")
                    .in(
                            "terminator/Mail",
                            "if (attempts.ask(() -> queue.deadLetters().keep(delivery, reason)).orElse(false)) { delete(List.of(delivery)); }",
                            "attempts.ask(() -> queue.deadLetters().keep(delivery, reason));")
                    .caughtBy(LIVE),
            Variant.of("a malformed message is thrown away", "Nobody ever learns what it was.")
                    .in(
                            "deregister/Intake",
                            "bury(delivery, malformed.reason(), jobs);",
                            "attempts.journal().info(malformed.reason());")
                    .caughtBy(RUBBISH),
            Variant.of(
                            "the wait sends its message again, each time",
                            "WDX: Lambda's loop protection ends such a chain after 16 turns.")
                    .in("terminator/Mail", "delivery.receiveCount() >= MOST_RECEIVES", "delivery.receiveCount() >= 1")
                    .caughtBy(BUDGET, LIVE),
            Variant.of(
                            "the old message goes before its copy is sent",
                            "A throttle in between, and the instance is forgotten.")
                    .in(
                            "terminator/Mail",
                            "for (DrainRequest request : pending.all()) { List<Delivery> old = pending.messages(request);",
                            "for (DrainRequest request : pending.all()) { List<Delivery> old = pending.messages(request); delete(old);")
                    .caughtBy(LOST, LIVE),
            Variant.of("a token is ignored", "An old message completes the next wait of its instance.")
                    .in(
                            "terminator/Requests",
                            "one.token() == null || other.token() == null || one.token().equals(other.token());",
                            "true;")
                    .caughtBy(EARLY, LIVE, TOUCHED)
                    .notYet("no instance waits twice in a run"),
            Variant.of(
                            "a token is written to the log",
                            "GS prints the user data: a log that anybody may read has secrets in it.")
                    .in(
                            "common/LifecycleAction",
                            "return instanceId + (group.isEmpty()",
                            "return token + \" \" + instanceId + (group.isEmpty()")
                    .caughtBy(SECRET),
            Variant.of("nobody sweeps", "A message that was lost is lost.")
                    .in(
                            "terminator/Sweep",
                            "if (frontDoor.exists() && memory.due(!askedFor.isEmpty(), now))",
                            "if (frontDoor.exists() && memory.due(true, now) && askedFor.contains(\"\"))")
                    .caughtBy(FOUND_AGAIN)
                    .notYet(TOO_RARE),
            Variant.of("a dry run sets to DRAINING", "An operator who only looks drains production.")
                    .in("deregister/DeregisterHandler", "dryRun ? dry.hands() : hands", "hands")
                    .caughtBy(DRY_RUN),
            Variant.of("a dry run deletes messages", "When it ends, the instances are forgotten.")
                    .in(
                            "deregister/DeregisterStep",
                            "if (intake.dryRun()) { jobs.fail(work.departure().job());",
                            "if (intake.dryRun()) {")
                    .caughtBy(LOST),
            Variant.of("a dry run changes desired counts", "An operator who only looks stops tasks.")
                    .in("task-scaler/ScalerStep", "if (dryRun) {", "if (dryRun && outcome.answer().count() < 0) {")
                    .caughtBy(DRY_RUN));
}
