package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.iam.Policy.Decision;
import dev.drainpipe.simulator.stack.Statement;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Gate;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.Account;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The roles of functions at work: a call that the caller's role does not allow is refused, as AWS refuses it.
 *
 * <p>Whoever has no role here is not checked: people, tests, and AWS's services themselves, such as Lambda when it
 * receives from a queue for a function. Differs from AWS: only the role's inline policies count, so no permission
 * boundaries, session policies, service control policies, resource policies (those of queues, too), managed policies,
 * {@code iam:PassRole} or tags other than those of Auto Scaling groups. An operation of which is not known what it needs
 * is refused with {@code NotSimulated}.
 *
 * <p>Facts from the AWS Identity and Access Management User Guide, "Policy evaluation logic".
 */
public final class Roles implements Gate {
    private final Account account;
    private final Map<String, Policy> policies = new HashMap<>();
    private final Map<ServiceId, Accesses> needs = new EnumMap<>(ServiceId.class);

    /**
     * Reads the policies.
     *
     * @param statements those of each caller's role
     * @throws IllegalArgumentException if they use what is not simulated, all mistakes at once
     */
    public Roles(Account account, Map<String, List<Statement>> statements, Groups groups) {
        List<String> mistakes = statements.entrySet().stream()
                .flatMap(role -> role.getValue().stream()
                        .flatMap(statement -> StatementCheck.mistakes(role.getKey(), statement).stream()))
                .toList();
        if (!mistakes.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", mistakes));
        }
        this.account = account;
        statements.forEach((caller, role) -> policies.put(caller, new Policy(role)));
        needs.put(ServiceId.ECS, new EcsAccesses(account));
        needs.put(ServiceId.AUTO_SCALING, new AutoScalingAccesses(account, groups));
        needs.put(ServiceId.CLASSIC_ELB, new ElbAccesses(account));
        needs.put(ServiceId.ELBV2, new ElbAccesses(account));
        needs.put(ServiceId.SQS, new SqsAccesses(account));
        needs.put(ServiceId.APPLICATION_AUTO_SCALING, Roles::scalableTargets);
    }

    @Override
    public Optional<AwsError> refuse(String caller, ServiceId service, String operation, SdkPojo request) {
        Policy policy = policies.get(caller);
        if (policy == null) {
            return Optional.empty();
        }
        Optional<List<Access>> needed =
                Optional.ofNullable(needs.get(service)).flatMap(accesses -> accesses.of(operation, request));
        if (needed.isEmpty()) {
            return Optional.of(Refusal.unknown(operation));
        }
        return needed.get().stream()
                .flatMap(access -> refusal(caller, policy, service, access).stream())
                .findFirst();
    }

    private Optional<AwsError> refusal(String caller, Policy policy, ServiceId service, Access access) {
        Decision decision = policy.decide(access);
        return decision == Decision.ALLOWED
                ? Optional.empty()
                : Optional.of(new Refusal(account, caller, access).because(decision, service));
    }

    /** Only looks are known; they have no resource type. */
    private static Optional<List<Access>> scalableTargets(String operation, SdkPojo request) {
        return operation.startsWith("Describe")
                ? Optional.of(List.of(Access.toAnything("application-autoscaling:" + operation)))
                : Optional.empty();
    }
}
