package dev.drainpipe.simulator.elb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;

class TargetGroupSettingsTest extends FrontendRig {
    @Test
    void theDelayIs300SecondsUnlessSetFrom0To3600() {
        String arn = createGroup("web").targetGroupArn();
        String usual = delay(arn);

        calls.send(setting(arn, DELAY, "0"));
        calls.send(setting(arn, DELAY, "3600"));
        assertThat(calls.refused(setting(arn, DELAY, "3601")).status()).isEqualTo(400);
        assertThat(calls.refused(setting(arn, DELAY, "-1")).status()).isEqualTo(400);

        assertThat(usual).isEqualTo("300");
        assertThat(delay(arn)).isEqualTo("3600");
    }

    @Test
    void anUnknownAttributeIsRefused() {
        String arn = createGroup("web").targetGroupArn();

        assertThat(calls.refused(setting(arn, "deregistration_delay", "1")).text())
                .contains("'deregistration_delay'");
    }

    @Test
    void listsEveryGroupPageByPage() {
        for (int i = 0; i < 450; i++) {
            createGroup("tg-" + i);
        }

        DescribeTargetGroupsResponse first =
                calls.ask(DescribeTargetGroupsRequest.builder().build(), DescribeTargetGroupsResponse.class);
        DescribeTargetGroupsResponse second = calls.ask(
                DescribeTargetGroupsRequest.builder().marker(first.nextMarker()).build(),
                DescribeTargetGroupsResponse.class);

        assertThat(first.targetGroups()).hasSize(400);
        assertThat(second.targetGroups()).hasSize(50).doesNotContainAnyElementsOf(first.targetGroups());
        assertThat(second.nextMarker()).isNull();
    }

    @Test
    void anUnknownGroupNameIsAnError() {
        assertThat(calls.refused(DescribeTargetGroupsRequest.builder()
                                .names("web")
                                .build())
                        .code())
                .isEqualTo("TargetGroupNotFound");
    }
}
