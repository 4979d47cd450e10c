package dev.drainpipe.localstack;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The suite on LocalStack in Docker, or on the endpoint that {@code -Dsqs.endpoint=} names, for which nothing is
 * started. Where neither is there it is skipped, and says so.
 */
class LocalStackTest extends SqsSuite {
    private static final String NEITHER = "LocalStackTest is skipped: no Docker engine answers."
            + " Start one, or point -Dsqs.endpoint=http://host:port at an SQS endpoint that is up already.";

    private final Optional<URI> named =
            Optional.ofNullable(System.getProperty("sqs.endpoint")).map(URI::create);
    private final LocalStackInDocker docker = new LocalStackInDocker();

    @BeforeAll
    void start() {
        if (named.isPresent()) {
            say("LocalStackTest asks " + named.get() + ", and no Docker.");
            return;
        }
        if (!docker.answers()) {
            say(NEITHER);
        }
        assumeTrue(docker.answers(), NEITHER);
        docker.start();
    }

    /** For the build's output, in which JUnit's own word of a skipped test is not to be seen. */
    private static void say(String words) {
        System.out.println(words);
    }

    @Override
    URI endpoint() {
        return named.orElseGet(docker::endpoint);
    }

    @AfterAll
    void stop() {
        if (named.isEmpty() && docker.answers()) {
            docker.stop();
        }
    }
}
