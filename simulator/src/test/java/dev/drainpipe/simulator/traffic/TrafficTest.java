package dev.drainpipe.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Target ONE = new Target("i-1", 80);
    private static final Target TWO = new Target("i-2", 80);

    private final World world = new World(START, 1, Account.example());
    private final RequestsInFlight inFlight = new RequestsInFlight(world);
    private final FakeLoadBalancer loadBalancer = new FakeLoadBalancer();
    private final List<WorldEvent> events = new ArrayList<>();

    TrafficTest() {
        world.listen(events::add);
    }

    private static final class FakeLoadBalancer implements LoadBalancer {
        private final List<Target> taking = new ArrayList<>(List.of(ONE, TWO));
        private final Set<Target> deaf = new HashSet<>();

        @Override
        public String name() {
            return "web";
        }

        @Override
        public List<Target> taking() {
            return taking;
        }

        @Override
        public boolean listens(Target target) {
            return !deaf.contains(target);
        }
    }

    private Traffic traffic(TrafficSpec spec) {
        Traffic traffic = new Traffic(world, inFlight, loadBalancer, spec);
        traffic.start();
        return traffic;
    }

    private Traffic longRequests() {
        return traffic(TrafficSpec.perSecond(10).lasting(Duration.ofHours(1), Duration.ofHours(1)));
    }

    @Test
    void arrivesAtTheRateAskedFor() {
        Traffic traffic = traffic(TrafficSpec.perSecond(50));

        world.run(Duration.ofSeconds(100));

        assertThat(traffic.counts().sent()).isBetween(4_700L, 5_300L);
    }

    @Test
    void everyRequestIsServedDroppedOrInFlight() {
        Traffic traffic = traffic(TrafficSpec.perSecond(50));
        world.timeline().after(Duration.ofSeconds(10), () -> inFlight.ended("i-1", 80));

        world.run(Duration.ofSeconds(20));

        TrafficCounts counts = traffic.counts();
        assertThat(counts.inFlight()).isEqualTo(inFlight.requests());
        assertThat(counts.sent()).isEqualTo(counts.served() + counts.dropped() + counts.inFlight());
        assertThat(counts.dropped()).isPositive();
    }

    @Test
    void goesToTheTargetsInTurn() {
        traffic(TrafficSpec.perSecond(50));

        world.run(Duration.ofMinutes(1));

        assertThat(servedBy("i-1")).isCloseTo(servedBy("i-2"), offset(20L));
    }

    private long servedBy(String instanceId) {
        return events.stream()
                .filter(e -> e instanceof WorldEvent.RequestServed s
                        && s.instanceId().equals(instanceId))
                .count();
    }

    @Test
    void noRequestTakesLongerThanTheLongest() {
        traffic(TrafficSpec.perSecond(50).lasting(Duration.ofSeconds(1), Duration.ofSeconds(2)));

        world.run(Duration.ofMinutes(1));

        assertThat(events)
                .allSatisfy(e -> assertThat(((WorldEvent.RequestServed) e).took())
                        .isBetween(Duration.ZERO, Duration.ofSeconds(2)));
    }

    @Test
    void withoutAHealthyTargetARequestIsLostAndNobodyHadIt() {
        loadBalancer.taking.clear();
        Traffic traffic = traffic(TrafficSpec.perSecond(10));

        world.run(Duration.ofSeconds(5));

        assertThat(traffic.dropReasons()).containsOnlyKeys("no target is healthy");
        assertThat(events)
                .allSatisfy(e ->
                        assertThat(((WorldEvent.RequestDropped) e).instanceId()).isEqualTo(Optional.empty()));
    }

    @Test
    void whereNothingListensARequestIsLostAndNotTriedElsewhere() {
        loadBalancer.deaf.add(ONE);
        Traffic traffic = traffic(TrafficSpec.perSecond(10).lasting(Duration.ofMillis(1), Duration.ofMillis(1)));

        world.run(Duration.ofMinutes(1));

        assertThat(traffic.dropReasons()).containsOnlyKeys("connection refused: nothing listens at the target");
        assertThat(traffic.counts().dropped()).isCloseTo(traffic.counts().served(), offset(1L));
    }

    @Test
    void losesWhatIsInFlightWhenTheTaskEnds() {
        Traffic traffic = longRequests();
        world.run(Duration.ofSeconds(10));
        int onOne = inFlight.requests("i-1", 80);

        inFlight.ended("i-1", 80);

        assertThat(onOne).isPositive();
        assertThat(traffic.counts().dropped()).isEqualTo(onOne);
        assertThat(inFlight.requests("i-1", 80)).isZero();
        assertThat(traffic.dropReasons()).containsOnlyKeys("the task ended while it was answering");
    }

    @Test
    void losesNothingWhenATaskOnAnotherPortEnds() {
        Traffic traffic = longRequests();
        world.run(Duration.ofSeconds(10));

        inFlight.ended("i-1", 81);

        assertThat(traffic.counts().dropped()).isZero();
    }

    @Test
    void losesWhatIsInFlightWhenTheInstanceEnds() {
        world.ec2().run(new Ec2Instance("i-1", "a", Optional.empty(), 1, START));
        Traffic traffic = longRequests();
        world.run(Duration.ofSeconds(10));

        world.ec2().terminate("i-1");

        assertThat(traffic.dropReasons()).containsOnlyKeys("the instance ended while it was answering");
        assertThat(inFlight.requests("web", "i-1", 80)).isZero();
        assertThat(inFlight.requests("web", "i-2", 80)).isPositive();
    }

    @Test
    void losesOnlyThisLoadBalancersRequestsWhenItCuts() {
        Traffic traffic = longRequests();
        world.run(Duration.ofSeconds(10));

        inFlight.cut("another", "i-1", 80);
        long before = traffic.counts().dropped();
        inFlight.cut("web", "i-1", 80);

        assertThat(before).isZero();
        assertThat(traffic.dropReasons()).containsOnlyKeys("the load balancer cut the connection when draining ended");
    }

    @Test
    void aStoppedTrafficFinishesWhatIsInFlight() {
        Traffic traffic = traffic(TrafficSpec.perSecond(50));
        world.run(Duration.ofSeconds(10));

        traffic.stop();
        world.run(Duration.ofMinutes(1));

        TrafficCounts counts = traffic.counts();
        assertThat(counts.served()).isEqualTo(counts.sent());
        assertThat(counts.inFlight()).isZero();
    }

    @Test
    void startedTwiceItSendsNoMore() {
        Traffic traffic = traffic(TrafficSpec.perSecond(10));
        traffic.start();

        world.run(Duration.ofSeconds(100));

        assertThat(traffic.counts().sent()).isBetween(850L, 1_150L);
    }

    @Test
    void notesItsCountsInASeries() {
        Traffic traffic = traffic(TrafficSpec.perSecond(10));

        world.run(Duration.ofSeconds(35));

        assertThat(traffic.series())
                .extracting(TrafficCounts::at)
                .containsExactly(START.plusSeconds(10), START.plusSeconds(20), START.plusSeconds(30));
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        traffic(TrafficSpec.perSecond(10));
        world.run(Duration.ofSeconds(30));
        TrafficTest again = new TrafficTest();
        again.traffic(TrafficSpec.perSecond(10));
        again.world.run(Duration.ofSeconds(30));

        assertThat(again.events).isNotEmpty().isEqualTo(events);
    }
}
