package dev.drainpipe.simulator.sqs;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** An error of SQS as its client sees it. */
record Refusal(int status, String code, String text) {
    /** The error with which the call fails; a call that does not fail fails the test. */
    static Refusal of(ThrowingCallable call) {
        SqsException error = catchThrowableOfType(SqsException.class, call);
        return new Refusal(
                error.statusCode(),
                error.awsErrorDetails().errorCode(),
                error.awsErrorDetails().errorMessage());
    }
}
