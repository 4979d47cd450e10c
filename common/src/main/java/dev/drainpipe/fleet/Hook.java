package dev.drainpipe.fleet;

/**
 * One lifecycle hook of an Auto Scaling group.
 *
 * @param group the group's name
 * @param name the hook's name
 * @param target the ARN of what it notifies; empty if it notifies nobody by itself
 * @param metadata its {@code NotificationMetadata}; empty if it has none
 */
public record Hook(String group, String name, String target, String metadata) {}
