package dev.drainpipe.proof.draw;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What stands in the account before anything happens.
 *
 * @param groups Auto Scaling groups; the first one is the template's own
 * @param fronts load balancers
 * @param services ECS services; the first one is the template's own
 * @param guests tasks that ECS does not move by itself
 * @param nature how AWS behaves where it leaves that open
 * @param requestsPerSecond how much traffic each load balancer carries; 0 for none
 */
public record Site(
        List<Group> groups,
        List<Front> fronts,
        List<Service> services,
        List<Guest> guests,
        Nature nature,
        int requestsPerSecond) {
    public Site {
        groups = List.copyOf(groups);
        fronts = List.copyOf(fronts);
        services = List.copyOf(services);
        guests = List.copyOf(guests);
    }

    /** The clusters' names, each once. */
    public List<String> clusters() {
        return Stream.concat(
                        groups.stream().map(Group::cluster), services.stream().map(Service::cluster))
                .distinct()
                .toList();
    }

    /** The groups that are somebody else's. */
    public List<String> foreignGroups() {
        return groups.stream().filter(Group::foreign).map(Group::name).toList();
    }

    /** The same with other services. */
    public Site withServices(List<Service> others) {
        return new Site(groups, fronts, others, guests, nature, requestsPerSecond);
    }

    /** The same with other guests. */
    public Site withGuests(List<Guest> others) {
        return new Site(groups, fronts, services, others, nature, requestsPerSecond);
    }

    /** The same without traffic. */
    public Site quiet() {
        return new Site(groups, fronts, services, guests, nature, 0);
    }

    /**
     * An Auto Scaling group.
     *
     * @param slots how many tasks of one slot fit on each of its instances
     * @param heartbeat the time-out of its termination hook
     * @param foreign whether it lacks the tag that is required, if any group does
     */
    public record Group(String name, String cluster, int instances, int slots, Duration heartbeat, boolean foreign) {}

    /** What a load balancer is. */
    public enum FrontKind {
        CLASSIC,
        TARGET_GROUP
    }

    /**
     * A load balancer.
     *
     * @param outsideOf the group whose instances it holds without ECS; empty if ECS registers tasks with it
     * @param draining its connection draining or deregistration delay
     */
    public record Front(String name, FrontKind kind, Optional<String> outsideOf, Duration draining) {}

    /** How the tasks of a service behave. */
    public enum Manner {
        /** They end a second after they are told to. */
        PROMPT,
        /** They take their time to end. */
        SLOW,
        /** They go on until SIGKILL. */
        DEAF,
        /** They never pass a health check. */
        SICK
    }

    /**
     * An ECS service.
     *
     * @param manner how its tasks behave
     * @param desired how many tasks it begins with; without meaning for a daemon
     * @param front the name of the load balancer that ECS registers its tasks with, or that needs its port
     * @param rule how the task scaler looks after it, if it does
     */
    public record Service(
            String name,
            String cluster,
            Manner manner,
            boolean daemon,
            int desired,
            int minimumHealthy,
            int maximum,
            Optional<String> front,
            Optional<Rule> rule) {}

    /** The task scaler's rule for a service. */
    public record Rule(int n, int min, OptionalInt max) {
        /** What the scaler sets for so many instances. */
        public int clamp(int instances) {
            return Math.max(min, Math.min(max.orElse(Integer.MAX_VALUE), instances - n));
        }
    }

    /**
     * A task that ECS does not move: started by hand, or protected.
     *
     * @param group on which group's instances it is
     * @param place the how-manieth of them
     * @param lifetime how long it runs; empty if it never ends by itself
     * @param protectedTask whether it is a task of a service that is protected so long, and not one started by hand
     */
    public record Guest(String group, int place, Optional<Duration> lifetime, boolean protectedTask) {}

    /**
     * What AWS leaves open.
     *
     * @param shuffled whether queues deliver in any order
     * @param duplicates the chance, in percent, that a message is delivered twice
     * @param late by how many seconds a message may come late
     * @param misses the chance, in percent, that a short poll finds nothing
     * @param randomScaleIn whether any instance may go, and not the oldest
     * @param protectedResist whether protected tasks stay on a DRAINING instance
     * @param tokenCounts whether a token alone names an action, whatever the instance id
     */
    public record Nature(
            boolean shuffled,
            int duplicates,
            int late,
            int misses,
            boolean randomScaleIn,
            boolean protectedResist,
            boolean tokenCounts) {}
}
