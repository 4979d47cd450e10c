package dev.drainpipe.simulator.ecs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacementTest {
    private static final Need ONE_SLOT = new Need(1, OptionalInt.empty());

    @Test
    void goesWhereTheGroupHasTheFewestTasks() {
        List<Place> places = List.of(new Place("a", true, 5, Set.of(), 1, 1), new Place("b", true, 5, Set.of(), 0, 4));

        assertThat(Placement.choose(places, ONE_SLOT)).map(Place::id).contains("b");
    }

    @Test
    void thenWhereThereAreTheFewestTasks() {
        List<Place> places = List.of(new Place("a", true, 5, Set.of(), 1, 3), new Place("b", true, 5, Set.of(), 1, 2));

        assertThat(Placement.choose(places, ONE_SLOT)).map(Place::id).contains("b");
    }

    @Test
    void thenOnTheFirst() {
        List<Place> places = List.of(new Place("a", true, 5, Set.of(), 1, 2), new Place("b", true, 5, Set.of(), 1, 2));

        assertThat(Placement.choose(places, ONE_SLOT)).map(Place::id).contains("a");
    }

    @Test
    void fitsIntoTheLastSlotsButNotIntoFewer() {
        Place place = new Place("a", true, 2, Set.of(), 0, 0);

        assertThat(place.refusal(new Need(2, OptionalInt.empty()))).isEmpty();
        assertThat(place.refusal(new Need(3, OptionalInt.empty()))).contains("RESOURCE:CPU");
    }

    @Test
    void aTakenPortRefusesOnlyThatPort() {
        Place place = new Place("a", true, 2, Set.of(80), 0, 0);

        assertThat(place.refusal(new Need(1, OptionalInt.of(80)))).contains("RESOURCE:PORTS");
        assertThat(place.refusal(new Need(1, OptionalInt.of(81)))).isEmpty();
    }

    @Test
    void aSilentAgentRefuses() {
        Place place = new Place("a", false, 2, Set.of(), 0, 0);

        assertThat(place.refusal(ONE_SLOT)).contains("AGENT");
        assertThat(Placement.choose(List.of(place), ONE_SLOT)).isEmpty();
    }
}
