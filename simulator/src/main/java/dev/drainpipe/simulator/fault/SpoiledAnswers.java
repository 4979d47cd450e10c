package dev.drainpipe.simulator.fault;

import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Makes less of an answer than the service said. */
final class SpoiledAnswers {
    private SpoiledAnswers() {}

    /** Whether the answer has a list with an item: only then is there something to spoil. */
    static boolean hasItems(SdkPojo answer) {
        return answer.sdkFields().stream()
                .anyMatch(field -> field.getValueOrDefault(answer) instanceof List<?> list && !list.isEmpty());
    }

    /** The answer without any member. */
    static SdkPojo empty(SdkPojo answer) {
        AwsResponse.Builder builder = ((AwsResponse) answer).toBuilder();
        answer.sdkFields().forEach(field -> field.set(builder, null));
        return builder.build();
    }

    /** The answer with the first half of each list, rounded down, and nothing else. */
    static SdkPojo halved(SdkPojo answer) {
        AwsResponse.Builder builder = ((AwsResponse) answer).toBuilder();
        for (SdkField<?> field : answer.sdkFields()) {
            field.set(builder, field.getValueOrDefault(answer) instanceof List<?> list ? half(list) : null);
        }
        return builder.build();
    }

    private static List<?> half(List<?> list) {
        return List.copyOf(list.subList(0, list.size() / 2));
    }
}
