package dev.drainpipe.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceNameTest {
    @ParameterizedTest
    @CsvSource({
        "c, web",
        "c, arn:aws:ecs:eu-central-1:111122223333:service/web",
        "c, arn:aws:ecs:eu-central-1:111122223333:service/c/web",
        "arn:aws:ecs:eu-central-1:111122223333:cluster/c, web",
        "arn:aws-cn:ecs:cn-north-1:111122223333:cluster/c, arn:aws-cn:ecs:cn-north-1:111122223333:service/c/web"
    })
    void namesAndArnsOfBothFormsMeanTheSame(String cluster, String service) {
        assertThat(ServiceName.of(cluster, service)).isEqualTo(new ServiceName("c", "web"));
    }

    @Test
    void itIsWrittenAsOneSaysIt() {
        assertThat(new ServiceName("c", "web")).hasToString("web in c");
    }
}
