package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortListsTest extends DeregisterStepFixture {
    /** An instance was let go while a load balancer sent requests to it, because one list of load balancers was empty. */
    @ParameterizedTest
    @ValueSource(strings = {"classic names", "target groups"})
    void whatOneListLacksIsFoundInTheNext(String list) {
        configured = LoadBalancers.NONE;
        aws.active("i-1");
        aws.classicNames.add("lb");
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.targetGroups.add("tg");
        aws.targets.add(new Target("tg", "i-1", 80, Attachment.REGISTERED));
        aws.emptyOnce.add(list);

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("leave lb [i-1]", "leave tg [i-1:80]", "drain c [arn-i-1]", "send 1");
    }

    /** One list of services without it, and a service's target was taken out while its task was running (seed 20195). */
    @Test
    void whatEcsManagesIsNotTakenAwayFromItForOneShortListOfServices() {
        aws.active("i-1");
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.managed.add("lb");
        aws.emptyOnce.add("managed");

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).noneMatch(call -> call.startsWith("leave lb"));
    }
}
