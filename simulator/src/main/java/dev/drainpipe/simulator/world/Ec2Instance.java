package dev.drainpipe.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * An EC2 instance of the simulated account.
 *
 * @param id such as {@code i-0123456789abcdef0}
 * @param zone its Availability Zone
 * @param cluster the ECS cluster that its agent registers with, if it runs one
 * @param taskSlots how many tasks of one slot each it has room for
 * @param launched when it was launched
 */
public record Ec2Instance(String id, String zone, Optional<String> cluster, int taskSlots, Instant launched) {}
