package dev.drainpipe.simulator.fault;

import java.util.List;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Puts together what was asked for one by one. */
final class Answers {
    private Answers() {}

    /** The first answer, with the lists of all one after the other. */
    static SdkPojo joined(List<SdkPojo> answers) {
        SdkPojo first = answers.get(0);
        AwsResponse.Builder builder = ((AwsResponse) first).toBuilder();
        for (SdkField<?> field : first.sdkFields()) {
            if (field.getValueOrDefault(first) instanceof List<?>) {
                field.set(builder, items(answers, field));
            }
        }
        return builder.build();
    }

    private static List<?> items(List<SdkPojo> answers, SdkField<?> field) {
        return answers.stream()
                .flatMap(answer -> ((List<?>) field.getValueOrDefault(answer)).stream())
                .toList();
    }
}
