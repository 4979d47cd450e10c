package dev.drainpipe.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.drainpipe.document.Json;
import dev.drainpipe.message.Delivery;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqsBatchTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:30Z");

    @Test
    void anEventIsReadWithoutReflection() throws IOException {
        Map<String, Object> payload = Payload.read(Files.newInputStream(Path.of("../events/sqs-batch-mixed.json")));

        SQSEvent event = SqsBatch.event(payload);

        assertThat(SqsBatch.is(payload)).isTrue();
        List<Delivery> deliveries = SqsBatch.deliveries(event, NOW);
        assertThat(deliveries).hasSize(4);
        assertThat(deliveries.get(0))
                .isEqualTo(new Delivery(
                        "00000000-0000-4000-8000-000000000001",
                        "handle-1",
                        event.getRecords().get(0).getBody(),
                        Instant.ofEpochMilli(1767268801000L),
                        1));
        assertThat(deliveries.get(0).body()).contains("i-0123456789abcdef0");
    }

    @Test
    void aRecordWithoutAttributesWasSentNow() {
        Map<String, Object> payload = Json.object("{\"Records\": [{\"messageId\": \"m\", \"body\": \"b\"}]}")
                .orElseThrow();

        assertThat(SqsBatch.deliveries(SqsBatch.event(payload), NOW))
                .containsExactly(new Delivery("m", "", "b", NOW, 1));
    }

    @Test
    void aRecordWithoutAnIdFailsTheBatch() {
        Map<String, Object> payload =
                Json.object("{\"Records\": [{\"body\": \"b\"}]}").orElseThrow();

        assertThatThrownBy(() -> SqsBatch.event(payload))
                .hasMessage("the SQS event: Records[0].messageId is missing; accepted: a text that is not empty");
    }

    @Test
    void theAnswerNamesWhatMustComeAgain() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Payload.write(out, SqsBatch.payload(SqsBatch.response(List.of("a", "b"))));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"b\"}]}");
        assertThat(SqsBatch.payload(SqsBatch.response(List.of()))).isEqualTo(Map.of("batchItemFailures", List.of()));
    }

    @Test
    void aPayloadThatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> Payload.read(new ByteArrayInputStream("[]".getBytes(StandardCharsets.UTF_8))))
                .hasMessage("the payload of the invocation is not a JSON object");
    }
}
