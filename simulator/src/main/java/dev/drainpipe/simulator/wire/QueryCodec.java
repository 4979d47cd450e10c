package dev.drainpipe.simulator.wire;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;

/** AWS Query: form parameters in, XML out. */
record QueryCodec(ServiceId service, String operation, String path) implements Codec {
    private static final Reading READING = new Reading(Scalars.QUERY);

    /** Not members of any request, but part of each, or of the signature of old clients. */
    private static final Set<String> FRAME = Set.of(
            "Action",
            "Version",
            "AWSAccessKeyId",
            "Signature",
            "SignatureMethod",
            "SignatureVersion",
            "Timestamp",
            "SecurityToken",
            "Expires");

    @Override
    public void read(SdkBytes body, SdkPojo into) {
        Map<String, Object> parameters =
                QueryParameters.parse(body.asUtf8String()).asBodyOf(into, names());
        parameters
                .keySet()
                .removeIf(name ->
                        FRAME.contains(name) && !into.sdkFieldNameToField().containsKey(name));
        if (service == ServiceId.SQS
                && path.length() > 1
                && into.sdkFieldNameToField().containsKey("QueueUrl")) {
            parameters.putIfAbsent("QueueUrl", path);
        }
        READING.fill(into, parameters, "");
    }

    @Override
    public WireResponse write(SdkPojo answer, String requestId) {
        XmlWriter xml = new XmlWriter(names()).open(operation + "Response", namespace());
        if (QueryWrappers.hasResult(service, operation)) {
            xml.open(operation + "Result").members(answer).close(operation + "Result");
        }
        return respond(
                200,
                xml.open("ResponseMetadata")
                        .element("RequestId", requestId)
                        .close("ResponseMetadata")
                        .close(operation + "Response"),
                requestId);
    }

    @Override
    public WireResponse write(AwsError error, String requestId) {
        XmlWriter xml = new XmlWriter(names())
                .open("ErrorResponse", namespace())
                .open("Error")
                .element("Type", error.status() < 500 ? "Sender" : "Receiver")
                .element("Code", error.code())
                .element("Message", error.text())
                .close("Error")
                .element("RequestId", requestId)
                .close("ErrorResponse");
        return respond(error.status(), xml, requestId);
    }

    private QueryNames names() {
        return new QueryNames(service, operation);
    }

    private String namespace() {
        String host = service == ServiceId.SQS ? "queue" : service.signingName();
        return "http://%s.amazonaws.com/doc/%s/".formatted(host, service.version());
    }

    private static WireResponse respond(int status, XmlWriter xml, String requestId) {
        return WireResponse.of(status, "text/xml", xml.text()).with("x-amzn-RequestId", requestId);
    }
}
