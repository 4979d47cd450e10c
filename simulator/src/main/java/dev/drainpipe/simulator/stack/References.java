package dev.drainpipe.simulator.stack;

/** What {@code Ref} and {@code Fn::GetAtt} answer for the resources of a stack. */
interface References {
    /** The resource's {@code Ref}: a queue's URL, a function's or role's name. */
    Object ref(String logicalId);

    /** An attribute, such as {@code Arn}. */
    Object attribute(String logicalId, String name);
}
