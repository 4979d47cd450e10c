package dev.drainpipe.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {
    @ParameterizedTest
    @CsvSource({
        "ecs:ListTasks,ecs:ListTasks,true",
        "ecs:listtasks,ecs:ListTasks,true",
        "ecs:List*,ecs:ListTasks,true",
        "*,ecs:ListTasks,true",
        "ecs:ListTask?,ecs:ListTasks,true",
        "ecs:ListTask,ecs:ListTasks,false",
        "ecs:.*,ecs:ListTasks,false",
    })
    void actionsHaveWildcardsAndNoCase(String pattern, String action, boolean matches) {
        assertThat(Wildcards.action(pattern).matcher(action).matches()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "*,arn:aws:sqs:r:1:q,true",
        "arn:aws:sqs:r:1:q,arn:aws:sqs:r:1:q,true",
        "arn:aws:sqs:r:1:q,arn:aws:sqs:r:1:Q,false",
        "arn:aws:sqs:r:1:*-queue,arn:aws:sqs:r:1:a-queue,true",
        "arn:aws:sqs:r:1:?-queue,arn:aws:sqs:r:1:ab-queue,false",
        "arn:aws:ecs:r:1:task/c/*,arn:aws:ecs:r:1:task/c/t,true",
        "arn:aws:ecs:r:1:task/c/*,arn:aws:ecs:r:1:task/cc/t,false",
        "arn:aws:ecs:r:1:task/*,arn:aws:ecs:r:1:task/c/t,true",
        "arn:aws:sqs:*,arn:aws:sqs:r:1:q,true",
        "arn:aws:*s:r:1:q,arn:aws:x:s:r:1:q,false",
        "arn:aws:a:r:1:g:*:name/web,arn:aws:a:r:1:g:id:name/web,true",
        "arn:aws:a:r:1:g:*:name/web,arn:aws:a:r:1:g:id:name/web2,false",
    })
    void resourcesHaveWildcardsThatStayInTheirSegmentUnlessTheyEndIt(String pattern, String arn, boolean matches) {
        assertThat(Wildcards.resource(pattern).matcher(arn).matches()).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:ecs:r:1:cluster/c,arn:aws:ecs:r:1:cluster/c,true",
        "arn:aws:ecs:r:1:cluster/prod-*,arn:aws:ecs:r:1:cluster/prod-a,true",
        "arn:aws:ecs:r:1:cluster/prod-*,arn:aws:ecs:r:1:cluster/test,false",
        "arn:aws:ecs:*:cluster/c,arn:aws:ecs:r:1:cluster/c,false",
        "arn:aws:ecs:*:*:cluster/c,arn:aws:ecs:r:1:cluster/c,true",
        "arn:aws:a:r:1:*/web,arn:aws:a:r:1:g:id:name/web,true",
    })
    void conditionsCompareArnsSegmentBySegment(String pattern, String arn, boolean matches) {
        assertThat(Wildcards.arn(pattern).matcher(arn).matches()).isEqualTo(matches);
    }
}
