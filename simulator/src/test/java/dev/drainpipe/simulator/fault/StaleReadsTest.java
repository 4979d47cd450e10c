package dev.drainpipe.simulator.fault;

import static dev.drainpipe.simulator.fault.LaggingAccount.LAGS;
import static dev.drainpipe.simulator.fault.LaggingAccount.UP_TO_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

class StaleReadsTest {
    private final LaggingAccount account = new LaggingAccount(Staleness.always(Duration.ofSeconds(10)));

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void anInstanceThatIsSetDrainingIsStillActiveForAWhile() {
        account.statuses(UP_TO_DATE, account.arns());
        account.pass(60);
        account.drain(account.arns());

        account.pass(9);
        List<String> early = account.statuses(LAGS, account.arns());
        account.pass(1);

        assertThat(early).containsOnly("ACTIVE").hasSize(3);
        assertThat(account.statuses(LAGS, account.arns())).containsOnly("DRAINING");
    }

    @Test
    void onlySomeCallersReadWhatIsOld() {
        account.statuses(UP_TO_DATE, account.arns());
        account.drain(account.arns());

        assertThat(account.statuses(UP_TO_DATE, account.arns())).containsOnly("DRAINING");
    }

    @Test
    void whatWasAskedOneByOneIsKnownTogether() {
        account.arns().forEach(arn -> account.statuses(UP_TO_DATE, List.of(arn)));
        account.pass(20);
        account.drain(account.arns().subList(0, 2));

        assertThat(account.statuses(LAGS, account.arns()))
                .containsOnly("ACTIVE")
                .hasSize(3);
    }

    @Test
    void aTaskThatHasJustStartedIsUnknownThoughNobodyAskedBefore() {
        String task = account.startTask();

        account.pass(9);
        List<String> early = account.tasks(LAGS, DesiredStatus.RUNNING);
        DescribeTasksResponse missing =
                account.ecs(LAGS).describeTasks(r -> r.cluster("c").tasks(task));
        account.pass(1);

        assertThat(early).isEmpty();
        assertThat(missing.tasks()).isEmpty();
        assertThat(missing.failures()).extracting(f -> f.reason()).containsExactly("MISSING");
        assertThat(account.tasks(LAGS, DesiredStatus.RUNNING)).containsExactly(task);
        assertThat(account.ecs(LAGS)
                        .describeTasks(r -> r.cluster("c").tasks(task))
                        .tasks())
                .hasSize(1);
    }

    @Test
    void aTaskThatHasEndedIsStillListedAsRunning() {
        String task = account.startTask();
        account.pass(30);
        account.tasks(UP_TO_DATE, DesiredStatus.RUNNING);
        account.pass(30);
        account.ecs(UP_TO_DATE).stopTask(r -> r.cluster("c").task(task));

        account.pass(5);

        assertThat(account.tasks(UP_TO_DATE, DesiredStatus.RUNNING)).isEmpty();
        assertThat(account.tasks(LAGS, DesiredStatus.RUNNING)).containsExactly(task);
    }

    @Test
    void anInstanceThatLeavesItsGroupIsStillInServiceThoughNobodyAskedBefore() {
        List<String> before = members();
        account.aws.autoScaling().setDesiredCapacity("g", 2);
        account.pass(4);

        List<String> old = account.states(LAGS, before.toArray(String[]::new));

        assertThat(account.states(UP_TO_DATE, before.toArray(String[]::new))).contains("Terminating:Proceed");
        assertThat(old).containsOnly("InService").hasSize(3);
    }

    @Test
    void anInstanceThatIsGoneIsStillToldToBeGoing() {
        List<String> before = members();
        account.aws.autoScaling().setDesiredCapacity("g", 2);
        account.pass(15);

        assertThat(account.states(UP_TO_DATE, before.toArray(String[]::new))).hasSize(2);
        assertThat(account.states(LAGS, before.toArray(String[]::new))).contains("Terminating:Proceed");
    }

    @Test
    void aDeregisteredTargetStillTakesRequests() {
        String group = account.aws.elbV2().create(TargetGroupSpec.of("t", 80));
        Registrar registrar = account.aws.elbV2().byName(group).orElseThrow();
        registrar.register(members().get(0), 80);
        account.pass(60);
        List<String> usual = health(UP_TO_DATE, group);
        registrar.deregister(members().get(0), 80);
        account.pass(5);

        List<String> old = health(LAGS, group);
        account.pass(5);

        assertThat(old).isEqualTo(usual).doesNotContain("draining");
        assertThat(health(LAGS, group)).containsExactly("draining");
    }

    @Test
    void aQueueIsNeverOld() {
        account.sqs(LAGS).listQueues();
        account.aws.sqs().create("q", Map.of());

        assertThat(account.sqs(LAGS).listQueues().queueUrls()).hasSize(1);
    }

    @Test
    void aRefusalIsNeverOld() {
        account.aws.ecs().createCluster("short-lived");
        account.ecs(LAGS).listTasks(r -> r.cluster("short-lived"));
        account.pass(1);
        account.ecs(UP_TO_DATE).deleteCluster(r -> r.cluster("short-lived"));

        assertThatThrownBy(() -> account.ecs(LAGS).listTasks(r -> r.cluster("short-lived")))
                .isInstanceOf(ClusterNotFoundException.class);
    }

    @Test
    void afterTheEndEveryAnswerIsFresh() {
        account.statuses(UP_TO_DATE, account.arns());
        account.drain(account.arns());

        account.reads.clear();

        assertThat(account.statuses(LAGS, account.arns())).containsOnly("DRAINING");
    }

    @Test
    void onlyAnswersThatDifferAreCounted() {
        account.statuses(LAGS, account.arns());
        account.drain(account.arns());
        account.statuses(LAGS, account.arns());

        assertThat(account.reads.answered()).containsOnly(Map.entry("ecs:DescribeContainerInstances", 1));
    }

    private List<String> health(String caller, String group) {
        return account
                .elb(caller)
                .describeTargetHealth(r -> r.targetGroupArn(group))
                .targetHealthDescriptions()
                .stream()
                .map(TargetHealthDescription::targetHealth)
                .map(health -> health.stateAsString())
                .toList();
    }

    private List<String> members() {
        return account.aws.autoScaling().instances("g").stream()
                .map(Instance::instanceId)
                .toList();
    }
}
