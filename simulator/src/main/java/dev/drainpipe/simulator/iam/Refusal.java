package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.iam.Policy.Decision;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.Account;
import java.util.Locale;

/** How AWS tells a caller that its role does not allow an access. */
record Refusal(Account account, String caller, Access access) {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    /** What AWS can do and the simulator cannot. */
    static AwsError unknown(String operation) {
        return AwsError.sender(
                "NotSimulated", "The simulated IAM does not know what a role must allow for %s.".formatted(operation));
    }

    /**
     * The error of a service: the code of its "Common Errors" page, where JSON services end in {@code Exception} and
     * Query services, SQS among them, do not.
     */
    AwsError because(Decision decision, ServiceId service) {
        return switch (service) {
            case ECS, APPLICATION_AUTO_SCALING ->
                AwsError.of(BAD_REQUEST, "AccessDeniedException", text(access.action(), decision));
            case AUTO_SCALING, CLASSIC_ELB, ELBV2 ->
                AwsError.of(FORBIDDEN, "AccessDenied", text(access.action(), decision));
            // SQS alone writes actions in lower case.
            case SQS ->
                AwsError.of(FORBIDDEN, "AccessDenied", text(access.action().toLowerCase(Locale.ROOT), decision));
        };
    }

    /** IAM User Guide, "Troubleshoot access denied error messages". */
    private String text(String action, Decision decision) {
        String user = "arn:%s:sts::%s:assumed-role/%s/%s".formatted(account.partition(), account.id(), caller, caller);
        String reason = decision == Decision.DENIED
                ? "with an explicit deny in an identity-based policy"
                : "because no identity-based policy allows the %s action".formatted(action);
        return "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(user, action, access.resource(), reason);
    }
}
