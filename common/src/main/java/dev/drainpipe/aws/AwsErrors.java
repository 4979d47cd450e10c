package dev.drainpipe.aws;

import dev.drainpipe.document.Secrets;
import dev.drainpipe.port.TryLater;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Says which error of AWS means what; nobody else knows a code.
 *
 * <p>Three families: <em>an answer</em>, such as "there is no such action (any more)", which an adapter turns into a
 * value; <em>not now</em>, which becomes {@link TryLater}; and <em>a bug or a refusal</em>, which is left as it is.
 */
final class AwsErrors {
    /** Throttles and collisions that arrive as HTTP 400 and that the SDK does not count among its own (the services' API models). */
    private static final Set<String> NOT_NOW = Set.of(
            "ConcurrentUpdateException",
            "DependencyThrottle",
            "OverLimit",
            "RequestThrottled",
            "ResourceContention",
            "ScalingActivityInProgress",
            "ScalingActivityInProgressFault",
            "ServiceUnavailable");

    /** ECS: the cluster does not exist (Amazon ECS API reference, "Common errors" of each operation). */
    private static final Set<String> NO_CLUSTER = Set.of("ClusterNotFoundException");

    /** ECS: something in the request does not fit the state of things (Amazon ECS API reference, the same). */
    private static final Set<String> REFUSED_INPUT = Set.of("InvalidParameterException", "ClientException");

    /** Classic ELB (Elastic Load Balancing API reference, 2012-06-01). */
    private static final Set<String> NO_LOAD_BALANCER = Set.of("LoadBalancerNotFound", "LoadBalancerNotFoundException");

    /** Classic ELB: an id that it never had, or that EC2 does not know; one of them fails the whole call. */
    private static final Set<String> NO_INSTANCE = Set.of("InvalidInstance", "InvalidInstanceException");

    /** Elastic Load Balancing API reference, 2015-12-01. */
    private static final Set<String> NO_TARGET_GROUP = Set.of("TargetGroupNotFound", "TargetGroupNotFoundException");

    /** Amazon SQS API reference, "Common errors"; the longer one is its name in the older protocol. */
    private static final Set<String> NO_QUEUE = Set.of("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue");

    /**
     * EC2 Auto Scaling answers {@code ValidationError} both to a malformed request and to "it is not there"; only the
     * text tells them apart: "No active Lifecycle Action found with token ...", "AutoScalingGroup name not found ...".
     * The texts are known from public reports, not from the API reference.
     */
    private static final Set<String> NOT_THERE = Set.of("no active lifecycle action", "not found", "does not exist");

    /** ECS says so of a task that it does not have (any more); the text is known from public reports. */
    private static final String NO_TASK = "task was not found";

    private AwsErrors() {}

    /**
     * Makes a call.
     *
     * @param what what we were doing, for the message
     * @throws TryLater if AWS throttled us, was broken, or did not answer
     */
    static <T> T calling(String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            if (notNow(e)) {
                throw new TryLater(what + ": " + code(e), e);
            }
            throw e;
        } catch (SdkClientException e) {
            if (unanswered(e)) {
                throw new TryLater(what + ": no answer (" + e.getMessage() + ")", e);
            }
            throw e;
        }
    }

    static boolean noCluster(AwsServiceException e) {
        return NO_CLUSTER.contains(code(e));
    }

    static boolean refusedInput(AwsServiceException e) {
        return REFUSED_INPUT.contains(code(e));
    }

    static boolean noLoadBalancer(AwsServiceException e) {
        return NO_LOAD_BALANCER.contains(code(e));
    }

    static boolean noInstance(AwsServiceException e) {
        return NO_INSTANCE.contains(code(e));
    }

    static boolean noTargetGroup(AwsServiceException e) {
        return NO_TARGET_GROUP.contains(code(e));
    }

    static boolean noQueue(AwsServiceException e) {
        return NO_QUEUE.contains(code(e));
    }

    /** Whether a lifecycle action, its hook or its group is not there (any more). */
    static boolean notThere(AwsServiceException e) {
        return code(e).equals("ValidationError") && NOT_THERE.stream().anyMatch(text(e)::contains);
    }

    /** The same error without tokens in its text, since whoever fails with it writes it to the log. */
    static AwsServiceException masked(AwsServiceException e) {
        AwsServiceException.Builder masked = e.toBuilder();
        masked.message(Secrets.masked(String.valueOf(e.getMessage())));
        AwsErrorDetails details = e.awsErrorDetails();
        if (details != null) {
            String text = Secrets.masked(String.valueOf(details.errorMessage()));
            masked.awsErrorDetails(details.toBuilder().errorMessage(text).build());
        }
        return masked.build();
    }

    /** Whether ECS does not have a task (any more). */
    static boolean noTask(AwsServiceException e) {
        return code(e).equals("InvalidParameterException") && text(e).contains(NO_TASK);
    }

    /** Whether a {@code failures[]} entry of ECS says that it does not have the thing (any more). */
    static boolean gone(String failureReason) {
        return failureReason.equals("MISSING") || failureReason.equals("INACTIVE");
    }

    private static boolean notNow(AwsServiceException e) {
        return e.statusCode() >= 500 || e.isThrottlingException() || NOT_NOW.contains(code(e));
    }

    private static boolean unanswered(SdkClientException e) {
        return e.retryable() || e.getCause() instanceof IOException || e.getCause() instanceof UncheckedIOException;
    }

    private static String text(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorMessage()).toLowerCase(Locale.ROOT);
    }

    private static String code(AwsServiceException e) {
        return e.awsErrorDetails() == null
                ? "HTTP " + e.statusCode()
                : String.valueOf(e.awsErrorDetails().errorCode());
    }
}
