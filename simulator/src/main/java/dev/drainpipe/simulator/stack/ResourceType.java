package dev.drainpipe.simulator.stack;

import java.util.Arrays;
import java.util.Optional;

/** The resource types that a template may use here, and what the simulator makes of them. */
enum ResourceType {
    QUEUE("AWS::SQS::Queue"),
    FUNCTION("AWS::Serverless::Function"),
    HOOK("AWS::AutoScaling::LifecycleHook"),
    RULE("AWS::Events::Rule"),
    /** Its policies are kept, to be read and enforced. */
    ROLE("AWS::IAM::Role"),
    /** Means nothing here: log groups hold everything, for ever. */
    LOG_GROUP("AWS::Logs::LogGroup"),
    /** Means nothing here: there is no transport but the loopback. */
    QUEUE_POLICY("AWS::SQS::QueuePolicy");

    private final String word;

    ResourceType(String word) {
        this.word = word;
    }

    static Optional<ResourceType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }
}
