package dev.drainpipe.simulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

class SqsEventTest {
    @Test
    void aBatchHasTheShapeOfLambdasOwn() {
        Message message = ListQueue.message("m1", 2).toBuilder()
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("drain")
                                .build(),
                        "raw",
                        MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromUtf8String("hi"))
                                .build()))
                .build();

        assertThat(new SqsEvent("arn:aws:sqs:eu-central-1:111122223333:q", List.of(message)).toJson())
                .isEqualTo(
                        "{\"Records\":[{\"messageId\":\"m1\",\"receiptHandle\":\"m1 received 2\","
                                + "\"body\":\"{\\\"n\\\":\\\"m1\\\"}\",\"attributes\":{"
                                + "\"ApproximateFirstReceiveTimestamp\":\"1767225601000\",\"ApproximateReceiveCount\":\"2\","
                                + "\"SenderId\":\"AIDAEXAMPLE\",\"SentTimestamp\":\"1767225600000\"},\"messageAttributes\":{"
                                + "\"kind\":{\"stringValue\":\"drain\",\"stringListValues\":[],\"binaryListValues\":[],"
                                + "\"dataType\":\"String\"},\"raw\":{\"binaryValue\":\"aGk=\",\"stringListValues\":[],"
                                + "\"binaryListValues\":[],\"dataType\":\"Binary\"}},"
                                + "\"md5OfBody\":\"0123456789abcdef0123456789abcdef\",\"eventSource\":\"aws:sqs\","
                                + "\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:111122223333:q\",\"awsRegion\":\"eu-central-1\"}]}");
    }
}
