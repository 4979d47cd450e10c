package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class ElasticMqOracleTest {
    private static final int STEPS = 200;

    private final SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion("eu-central-1")
            .withAWSAccountId("111122223333")
            .start();
    private final URI address = URI.create(
            "http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
    private final SqsClient elasticMq = SqsFixture.client(UrlConnectionHttpClient.create(), address);
    private final Set<KnownDifference> met = EnumSet.noneOf(KnownDifference.class);

    @AfterEach
    void stop() {
        elasticMq.close();
        server.stopAndWait();
    }

    @Test
    void theSameCallsGetTheSameAnswersButForTheKnownDifferences() {
        Optional<Long> seed = Optional.ofNullable(Long.getLong("seed"));
        long[] seeds = seed.map(one -> new long[] {one}).orElse(new long[] {1, 2, 3});

        List<String> unexplained = new ArrayList<>();
        LongStream.of(seeds).forEach(each -> unexplained.addAll(differences(each)));

        assertThat(unexplained).isEmpty();
        if (seed.isEmpty()) {
            assertThat(met).as("differences that are still there").containsExactly(KnownDifference.values());
        }
    }

    private List<String> differences(long seed) {
        List<String> unexplained = new ArrayList<>();
        try (SqsFixture aws = new SqsFixture()) {
            OracleSide ours = new OracleSide(aws.client, "http://localhost/111122223333/");
            OracleSide theirs = new OracleSide(elasticMq, address + "/111122223333/");
            OracleCalls calls = new OracleCalls(seed, aws.sqs);
            List<OracleCalls.Step> steps = new ArrayList<>(calls.beginning());
            for (int i = 0; i < STEPS; i++) {
                OracleCalls.Step step = i < steps.size() ? steps.get(i) : calls.next();
                List<String> answer = ours.answer(step.call()).lines().toList();
                List<String> expected = parts(answer)
                        ? List.of(KnownDifference.NOT_ASKED)
                        : theirs.answer(step.call()).lines().toList();
                if (!explained(step.words(), answer, expected)) {
                    unexplained.add("-Dseed=%d step %d: %s%n  simulator %s%n  ElasticMQ %s"
                            .formatted(seed, i, step.words(), answer, expected));
                }
            }
        }
        return unexplained;
    }

    private static boolean parts(List<String> answer) {
        return Arrays.stream(KnownDifference.values())
                .anyMatch(difference -> answer.stream().anyMatch(difference::parts));
    }

    private boolean explained(String words, List<String> ours, List<String> theirs) {
        boolean explained = ours.size() == theirs.size();
        for (int i = 0; explained && i < ours.size(); i++) {
            explained = ours.get(i).equals(theirs.get(i)) || explained(words, ours.get(i), theirs.get(i));
        }
        return explained;
    }

    private boolean explained(String words, String ours, String theirs) {
        Optional<KnownDifference> reason = Arrays.stream(KnownDifference.values())
                .filter(difference -> difference.explains(words, ours, theirs))
                .findFirst();
        reason.ifPresent(met::add);
        return reason.isPresent();
    }
}
