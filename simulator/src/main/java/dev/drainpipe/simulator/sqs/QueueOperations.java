package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.Operations;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/**
 * The operations on queues as such.
 *
 * <p>Facts from the Amazon SQS API reference, one page for each.
 */
record QueueOperations(Queues queues) {
    void addTo(Operations operations) {
        operations
                .on(CreateQueueRequest.class, this::create)
                .on(GetQueueUrlRequest.class, this::url)
                .on(ListQueuesRequest.class, this::list)
                .on(ListDeadLetterSourceQueuesRequest.class, this::listSources)
                .on(DeleteQueueRequest.class, this::delete)
                .on(PurgeQueueRequest.class, this::purge)
                .on(GetQueueAttributesRequest.class, this::attributes)
                .on(SetQueueAttributesRequest.class, this::setAttributes)
                .on(TagQueueRequest.class, this::tag)
                .on(UntagQueueRequest.class, this::untag)
                .on(ListQueueTagsRequest.class, this::tags);
    }

    private CreateQueueResponse create(CreateQueueRequest request) {
        String name = Parameters.required(request.queueName(), "QueueName");
        boolean isNew = queues.byName(name).isEmpty();
        Queue queue = queues.create(name, request.attributesAsStrings());
        if (isNew) {
            queue.tags().putAll(request.tags());
        }
        return CreateQueueResponse.builder().queueUrl(queue.url()).build();
    }

    private GetQueueUrlResponse url(GetQueueUrlRequest request) {
        String name = Parameters.required(request.queueName(), "QueueName");
        String owner = request.queueOwnerAWSAccountId();
        Queue queue = queues.byName(name)
                .filter(found -> owner == null || found.arn().contains(":" + owner + ":"))
                .orElseThrow(SqsErrors::noSuchQueue);
        return GetQueueUrlResponse.builder().queueUrl(queue.url()).build();
    }

    private ListQueuesResponse list(ListQueuesRequest request) {
        String prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
        List<Queue> matching = queues.all().stream()
                .filter(queue -> queue.name().startsWith(prefix))
                .toList();
        QueuePage page = QueuePage.of(matching, request.maxResults(), request.nextToken());
        ListQueuesResponse.Builder response =
                ListQueuesResponse.builder().nextToken(page.nextToken().orElse(null));
        return (page.queues().isEmpty() ? response : response.queueUrls(page.urls())).build();
    }

    private ListDeadLetterSourceQueuesResponse listSources(ListDeadLetterSourceQueuesRequest request) {
        String arn = queues.required(request.queueUrl()).arn();
        List<Queue> sources = queues.all().stream()
                .filter(queue -> queue.attributes()
                        .redrive()
                        .filter(redrive -> redrive.deadLetterTargetArn().equals(arn))
                        .isPresent())
                .toList();
        QueuePage page = QueuePage.of(sources, request.maxResults(), request.nextToken());
        return ListDeadLetterSourceQueuesResponse.builder()
                .queueUrls(page.urls())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    private DeleteQueueResponse delete(DeleteQueueRequest request) {
        queues.delete(queues.required(request.queueUrl()));
        return DeleteQueueResponse.builder().build();
    }

    private PurgeQueueResponse purge(PurgeQueueRequest request) {
        queues.required(request.queueUrl()).purge();
        return PurgeQueueResponse.builder().build();
    }

    private GetQueueAttributesResponse attributes(GetQueueAttributesRequest request) {
        Queue queue = queues.required(request.queueUrl());
        Set<String> wanted = new LinkedHashSet<>(request.attributeNamesAsStrings());
        for (String name : wanted) {
            if (QueueAttributeName.fromValue(name) == QueueAttributeName.UNKNOWN_TO_SDK_VERSION) {
                throw SqsErrors.unknownAttribute(name);
            }
        }
        Map<String, String> values = all(queue);
        if (!wanted.contains("All")) {
            values.keySet().retainAll(wanted);
        }
        GetQueueAttributesResponse.Builder response = GetQueueAttributesResponse.builder();
        return (values.isEmpty() ? response : response.attributesWithStrings(values)).build();
    }

    private static Map<String, String> all(Queue queue) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("QueueArn", queue.arn());
        values.put("ApproximateNumberOfMessages", String.valueOf(queue.visible()));
        values.put("ApproximateNumberOfMessagesNotVisible", String.valueOf(queue.inFlight()));
        values.put("ApproximateNumberOfMessagesDelayed", String.valueOf(queue.delayed()));
        values.put("CreatedTimestamp", epochSeconds(queue.created()));
        values.put("LastModifiedTimestamp", epochSeconds(queue.modified()));
        values.putAll(queue.attributes().values());
        return values;
    }

    private static String epochSeconds(Instant moment) {
        return String.valueOf(moment.getEpochSecond());
    }

    private SetQueueAttributesResponse setAttributes(SetQueueAttributesRequest request) {
        Queue queue = queues.required(request.queueUrl());
        if (request.attributesAsStrings().isEmpty()) {
            throw SqsErrors.missing("Attribute.Name");
        }
        queues.set(queue, request.attributesAsStrings());
        return SetQueueAttributesResponse.builder().build();
    }

    private TagQueueResponse tag(TagQueueRequest request) {
        queues.required(request.queueUrl()).tags().putAll(request.tags());
        return TagQueueResponse.builder().build();
    }

    private UntagQueueResponse untag(UntagQueueRequest request) {
        queues.required(request.queueUrl()).tags().keySet().removeAll(request.tagKeys());
        return UntagQueueResponse.builder().build();
    }

    private ListQueueTagsResponse tags(ListQueueTagsRequest request) {
        Map<String, String> tags = queues.required(request.queueUrl()).tags();
        ListQueueTagsResponse.Builder response = ListQueueTagsResponse.builder();
        return (tags.isEmpty() ? response : response.tags(tags)).build();
    }
}
