package dev.drainpipe.simulator.world;

/**
 * The account and Region that the simulator plays.
 *
 * @param partition {@code aws} unless a test wants another
 * @param region such as {@code eu-central-1}
 * @param id twelve digits
 */
public record Account(String partition, String region, String id) {
    /** The account that AWS uses in its own examples. */
    public static Account example() {
        return new Account("aws", "eu-central-1", "111122223333");
    }

    /** The ARN of a resource of a service in this account and Region. */
    public String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, id, resource);
    }
}
