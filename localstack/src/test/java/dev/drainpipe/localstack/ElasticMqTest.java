package dev.drainpipe.localstack;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterAll;

/** The suite on ElasticMQ, which needs no Docker: so that the suite itself is known to be right where there is none. */
class ElasticMqTest extends SqsSuite {
    private final SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion("eu-central-1")
            .start();

    @Override
    URI endpoint() {
        return URI.create(
                "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    }

    @AfterAll
    void stop() {
        server.stopAndWait();
    }
}
