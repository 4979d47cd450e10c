package dev.drainpipe.simulator.query;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations.Operation;
import java.util.Objects;
import software.amazon.awssdk.core.SdkPojo;

/** Calls operations of a service as its clients do, but without a wire. */
public final class Calls {
    private final AwsService service;

    public Calls(AwsService service) {
        this.service = service;
    }

    /** The answer to a request. */
    public <R> R ask(SdkPojo request, Class<R> response) {
        return response.cast(answer(request));
    }

    /** Sends a request whose answer does not matter. */
    public void send(SdkPojo request) {
        Objects.requireNonNull(answer(request));
    }

    /** The error that the request is refused with. */
    public AwsError refused(SdkPojo request) {
        return Objects.requireNonNull(
                catchThrowableOfType(AwsError.class, () -> answer(request)), "The request was not refused.");
    }

    private SdkPojo answer(SdkPojo request) {
        String name = request.getClass().getSimpleName();
        Operation<?> operation = service.operations()
                .find(name.substring(0, name.length() - "Request".length()))
                .orElseThrow();
        return answer(operation, request);
    }

    private static <I extends SdkPojo> SdkPojo answer(Operation<I> operation, SdkPojo request) {
        return operation.answer().apply(operation.request().cast(request));
    }
}
