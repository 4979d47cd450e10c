package dev.drainpipe.simulator.traffic;

/**
 * A place that requests are sent to: a port of an instance.
 *
 * @param instanceId such as {@code i-0123456789abcdef0}
 * @param port from 1 to 65535; 0 where a Classic load balancer means the instance as a whole
 */
public record Target(String instanceId, int port) {}
