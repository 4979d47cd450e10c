package dev.drainpipe.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class OldSqsQueryTest {
    private static final String VERSION = "&Version=2012-11-05";

    private final Wire wire = new Wire();

    @Test
    void aQueueIsMadeWithNumberedAttributes() {
        String xml = query("Action=CreateQueue&QueueName=q&Attribute.1.Name=VisibilityTimeout&Attribute.1.Value=45"
                + "&Attribute.2.Name=DelaySeconds&Attribute.2.Value=5&Tag.1.Key=team&Tag.1.Value=blue");

        assertThat(xml)
                .contains(
                        "<CreateQueueResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"><CreateQueueResult>"
                                + "<QueueUrl>http://sqs.eu-central-1.amazonaws.com/111122223333/q</QueueUrl>"
                                + "</CreateQueueResult>");
        assertThat(query("Action=ListQueueTags&QueueUrl=x/111122223333/q"))
                .contains("<Tag><Key>team</Key><Value>blue</Value></Tag>");
        assertThat(query("Action=GetQueueAttributes&QueueUrl=x/111122223333/q&AttributeName.1=DelaySeconds"
                        + "&AttributeName.2=VisibilityTimeout"))
                .contains("<Attribute><Name>DelaySeconds</Name><Value>5</Value></Attribute>")
                .contains("<Attribute><Name>VisibilityTimeout</Name><Value>45</Value></Attribute>");
    }

    @Test
    void theQueueMayStandInThePathAlone() {
        wire.sqs.create("q", Map.of());

        WireResponse response = wire.send(
                Map.of(), "/111122223333/q", SdkBytes.fromUtf8String("Action=SendMessage&MessageBody=hello" + VERSION));

        assertThat(Wire.text(response))
                .contains("<MD5OfMessageBody>5d41402abc4b2a76b9719d911017c592</MD5OfMessageBody>");
        assertThat(wire.sqs.byName("q").orElseThrow().visible()).isEqualTo(1);
    }

    @Test
    void messagesComeAsRepeatedElements() {
        wire.sqs.create("q", Map.of());
        query("Action=SendMessage&QueueUrl=x/111122223333/q&MessageBody=a%26b&MessageAttribute.1.Name=n"
                + "&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=v");
        query("Action=SendMessage&QueueUrl=x/111122223333/q&MessageBody=c");

        String xml = query("Action=ReceiveMessage&QueueUrl=x/111122223333/q&MaxNumberOfMessages=10"
                + "&AttributeName.1=ApproximateReceiveCount&MessageAttributeName.1=All");

        assertThat(xml)
                .containsPattern(
                        "<ReceiveMessageResult><Message>.*</Message><Message>.*</Message></ReceiveMessageResult>")
                .contains("<Body>a&amp;b</Body>")
                .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>")
                .contains("<MessageAttribute><Name>n</Name><Value><StringValue>v</StringValue><DataType>String"
                        + "</DataType></Value></MessageAttribute>");
    }

    @Test
    void batchesHaveNumberedEntries() {
        wire.sqs.create("q", Map.of());

        String xml = query("Action=SendMessageBatch&QueueUrl=x/111122223333/q"
                + "&SendMessageBatchRequestEntry.1.Id=one&SendMessageBatchRequestEntry.1.MessageBody=a"
                + "&SendMessageBatchRequestEntry.2.Id=two&SendMessageBatchRequestEntry.2.MessageBody=%01");

        assertThat(xml)
                .containsPattern("<SendMessageBatchResultEntry><Id>one</Id>.*</SendMessageBatchResultEntry>")
                .contains("<BatchResultErrorEntry><Id>two</Id><SenderFault>true</SenderFault>"
                        + "<Code>InvalidMessageContents</Code>");
    }

    @Test
    void aDeletionHasNoResultElement() {
        wire.sqs.create("q", Map.of()).send("a");
        Matcher handle = Pattern.compile("<ReceiptHandle>(.*)</ReceiptHandle>")
                .matcher(query("Action=ReceiveMessage&QueueUrl=x/111122223333/q"));
        assertThat(handle.find()).isTrue();

        String xml = query("Action=DeleteMessage&QueueUrl=x/111122223333/q&ReceiptHandle=" + handle.group(1));

        assertThat(xml).doesNotContain("DeleteMessageResult").contains("<DeleteMessageResponse", "<RequestId>");
        assertThat(wire.sqs.byName("q").orElseThrow().inFlight()).isZero();
    }

    @Test
    void errorsHaveTheirOldCodes() {
        assertThat(query("Action=GetQueueUrl&QueueName=nowhere"))
                .contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
    }

    private String query(String form) {
        return Wire.text(wire.query(form + VERSION));
    }
}
