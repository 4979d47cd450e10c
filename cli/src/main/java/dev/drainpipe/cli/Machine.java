package dev.drainpipe.cli;

import dev.drainpipe.port.Pause;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What a command needs of the machine that it runs on.
 *
 * @param clock the time that people live in
 * @param pause lets some of it pass
 * @param atExit takes what must still be done when the command is broken off
 */
public record Machine(InstantSource clock, Pause pause, Consumer<Runnable> atExit) {
    /** The system's clock, a sleeping thread, and the JVM's shutdown. */
    static Machine real() {
        return new Machine(
                InstantSource.system(),
                time -> {
                    try {
                        Thread.sleep(time.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException("interrupted", e);
                    }
                },
                work -> Runtime.getRuntime().addShutdownHook(new Thread(work, "at-exit")));
    }
}
