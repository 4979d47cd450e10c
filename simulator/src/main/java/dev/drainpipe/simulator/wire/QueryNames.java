package dev.drainpipe.simulator.wire;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * What members are called in the Query protocol.
 *
 * <p>The SDK's model of SQS only knows its JSON names; the Query names follow from them by a few rules (Amazon SQS API
 * reference of the Query protocol, the parameter names of each action).
 */
record QueryNames(ServiceId service, String operation) {
    /** The member's name, the same in requests and answers. */
    String of(SdkField<?> field) {
        String name = field.locationName();
        if (service != ServiceId.SQS
                || !(field.containsTrait(ListTrait.class) || field.containsTrait(MapTrait.class))) {
            return name;
        }
        return switch (name) {
            case "Entries" -> operation + "RequestEntry";
            case "Successful" -> operation + "ResultEntry";
            case "Failed" -> "BatchResultErrorEntry";
            case "queueUrls" -> "QueueUrl";
            case "tags" -> "Tag";
            default -> name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        };
    }

    /** The name of a map's keys. */
    String key(SdkField<?> map) {
        if (service != ServiceId.SQS) {
            return map.getTrait(MapTrait.class).keyLocationName();
        }
        return map.locationName().equalsIgnoreCase("Tags") ? "Key" : "Name";
    }

    /** The name of a map's values. */
    String value(SdkField<?> map) {
        return service == ServiceId.SQS ? "Value" : map.getTrait(MapTrait.class).valueLocationName();
    }
}
