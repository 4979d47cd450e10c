package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.function.Functions.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The record that an on-failure destination gets (Lambda developer guide, "Capturing records of asynchronous invocations"). */
record FailureRecord(Request request, String functionArn, String condition, int attempts) {
    String toJson(Instant now, Outcome outcome) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", "1.0");
        document.put("timestamp", now.toString());
        document.put("requestContext", requestContext());
        document.put("requestPayload", Documents.read(request.payload()));
        document.put("responseContext", responseContext());
        document.put("responsePayload", responsePayload(outcome));
        return Documents.write(document);
    }

    private Map<String, Object> requestContext() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("requestId", request.id());
        context.put("functionArn", functionArn);
        context.put("condition", condition);
        context.put("approximateInvokeCount", attempts);
        return context;
    }

    private static Map<String, Object> responseContext() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("statusCode", 200);
        context.put("executedVersion", "$LATEST");
        context.put("functionError", "Unhandled");
        return context;
    }

    private Map<String, Object> responsePayload(Outcome outcome) {
        Map<String, Object> payload = new LinkedHashMap<>();
        if (outcome instanceof Outcome.Threw threw) {
            payload.put("errorMessage", threw.message());
            payload.put("errorType", threw.type());
        } else if (outcome instanceof Outcome.Died died) {
            payload.put("errorType", Outcome.Died.TYPE);
            payload.put("errorMessage", died.message());
        } else if (outcome instanceof Outcome.TimedOut late) {
            payload.put("errorType", "Sandbox.Timedout");
            payload.put("errorMessage", "RequestId: " + request.id() + " Error: " + late.message());
        }
        return payload;
    }
}
