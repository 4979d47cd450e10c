package dev.drainpipe.simulator.wire;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a request wants to go: the service and operation as named on the wire, and how to answer it.
 *
 * @param service empty if it is none that the simulator plays
 * @param wanted the service in the request's own words, for the refusal and the record
 * @param operation the operation's wire name
 * @param codec how answers are written, also those that refuse
 */
record Route(Optional<ServiceId> service, String wanted, String operation, Codec codec) {
    /** Signing names of services whose clients send no form and yet read XML; those of other such services read JSON. */
    private static final Set<String> XML_OVER_REST = Set.of("s3", "cloudfront", "route53");

    /** Reads the route from the target header, or from the form's action and version. */
    static Route of(WireRequest request) {
        Optional<String> target = request.header("x-amz-target");
        if (target.isPresent()) {
            return json(target.get());
        }
        QueryParameters form = QueryParameters.parse(request.body().asUtf8String());
        return form.get("Action").isEmpty() ? rest(request) : query(request, form.get("Action"), form.get("Version"));
    }

    private static Route json(String target) {
        int dot = target.lastIndexOf('.');
        String prefix = target.substring(0, Math.max(dot, 0));
        Optional<ServiceId> service = find(id -> dot > 0 && id.targetPrefix().equals(prefix));
        String wanted = service.map(ServiceId::signingName).orElse(prefix);
        return new Route(service, wanted, target.substring(dot + 1), new JsonCodec(service.orElse(ServiceId.ECS)));
    }

    private static Route query(WireRequest request, String action, String version) {
        String signed = signedFor(request);
        Optional<ServiceId> service =
                find(id -> id.version().equals(version) && (signed.isEmpty() || signed.equals(id.signingName())));
        String wanted = service.map(ServiceId::signingName).orElse((signed + " " + version).strip());
        Codec codec = new QueryCodec(service.orElse(ServiceId.AUTO_SCALING), action, request.path());
        return new Route(service, wanted, action, codec);
    }

    private static Route rest(WireRequest request) {
        String signed = signedFor(request);
        Codec codec = XML_OVER_REST.contains(signed)
                ? new QueryCodec(ServiceId.AUTO_SCALING, request.path(), request.path())
                : new JsonCodec(ServiceId.ECS);
        return new Route(Optional.empty(), signed, request.path(), codec);
    }

    private static String signedFor(WireRequest request) {
        return CredentialScope.of(request.headers())
                .map(CredentialScope::service)
                .orElse("");
    }

    private static Optional<ServiceId> find(Predicate<ServiceId> wanted) {
        return Arrays.stream(ServiceId.values()).filter(wanted).findFirst();
    }

    /** The refusal of what the simulator does not play, in the words of the request's protocol. */
    AwsError notPlayed(String detail) {
        return AwsError.sender(
                codec instanceof QueryCodec ? "InvalidAction" : "UnknownOperationException",
                "The simulator does not play the operation %s of %s. %s"
                        .formatted(operation, wanted.isBlank() ? "an unnamed service" : wanted, detail));
    }
}
