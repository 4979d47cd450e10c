package dev.drainpipe.simulator.fault;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeContainerInstancesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Answers with HTTP 200 that say that single entries failed. */
final class FailedEntries {
    /** Any but MISSING and INACTIVE, which would say that the thing is gone; AWS promises no complete list. */
    private static final String REASON = "INTERNAL";

    private FailedEntries() {}

    /** Whether entries of this request can fail by themselves. */
    static boolean has(SdkPojo request) {
        return request instanceof UpdateContainerInstancesStateRequest
                || request instanceof SendMessageBatchRequest
                || request instanceof DeleteMessageBatchRequest
                || request instanceof DescribeContainerInstancesRequest
                || request instanceof DescribeTasksRequest
                || request instanceof DescribeServicesRequest;
    }

    /** The answer in which entries failed; the service's own for requests without entries. */
    static SdkPojo answer(SdkPojo request, Supplier<? extends SdkPojo> service) {
        if (request instanceof UpdateContainerInstancesStateRequest update) {
            return UpdateContainerInstancesStateResponse.builder()
                    .failures(failures(update.containerInstances()))
                    .build();
        }
        if (request instanceof SendMessageBatchRequest send) {
            return SendMessageBatchResponse.builder()
                    .failed(errors(send.entries().stream().map(e -> e.id()).toList()))
                    .build();
        }
        if (request instanceof DeleteMessageBatchRequest delete) {
            return DeleteMessageBatchResponse.builder()
                    .failed(errors(delete.entries().stream().map(e -> e.id()).toList()))
                    .build();
        }
        return withoutTheFirst(service.get());
    }

    private static SdkPojo withoutTheFirst(SdkPojo answer) {
        if (answer instanceof DescribeContainerInstancesResponse r && r.hasContainerInstances()) {
            return r.toBuilder()
                    .failures(failures(first(r.containerInstances().stream()
                            .map(i -> i.containerInstanceArn())
                            .toList())))
                    .containerInstances(r.containerInstances().stream().skip(1).toList())
                    .build();
        }
        if (answer instanceof DescribeTasksResponse r && r.hasTasks()) {
            return r.toBuilder()
                    .failures(failures(
                            first(r.tasks().stream().map(t -> t.taskArn()).toList())))
                    .tasks(r.tasks().stream().skip(1).toList())
                    .build();
        }
        if (answer instanceof DescribeServicesResponse r && r.hasServices()) {
            return r.toBuilder()
                    .failures(failures(
                            first(r.services().stream().map(s -> s.serviceArn()).toList())))
                    .services(r.services().stream().skip(1).toList())
                    .build();
        }
        return answer;
    }

    private static List<String> first(List<String> arns) {
        return arns.stream().limit(1).toList();
    }

    private static List<Failure> failures(List<String> arns) {
        return arns.stream()
                .map(arn -> Failure.builder().arn(arn).reason(REASON).build())
                .toList();
    }

    private static List<BatchResultErrorEntry> errors(List<String> ids) {
        return ids.stream()
                .map(id -> BatchResultErrorEntry.builder()
                        .id(id)
                        .code("InternalError")
                        .senderFault(false)
                        .build())
                .toList();
    }
}
