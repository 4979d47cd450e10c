package dev.drainpipe.fleet;

/** How an instance, or one port of it, stands with one load balancer. */
public enum Attachment {
    /** It is registered, so requests may be sent to it. */
    REGISTERED,
    /** No new requests are sent to it, but those in flight are not over. */
    DRAINING,
    /** It is out: not registered, or the load balancer or the instance does not exist any more. */
    OUT,
    /** The load balancer did not say. Not an answer, so nothing may follow from it. */
    UNKNOWN
}
