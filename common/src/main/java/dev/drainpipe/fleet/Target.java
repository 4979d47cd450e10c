package dev.drainpipe.fleet;

/**
 * One port of one instance in one target group; with dynamic ports an instance is in there many times.
 *
 * @param group the target group's ARN
 * @param instanceId the EC2 instance's id
 * @param port the port it is registered with
 * @param attachment how it stands with the group
 */
public record Target(String group, String instanceId, int port, Attachment attachment) {}
