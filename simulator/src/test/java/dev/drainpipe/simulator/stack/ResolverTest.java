package dev.drainpipe.simulator.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {
    private static final Map<?, ?> TEMPLATE = TemplateYaml.read("""
            Mappings:
              Sizes:
                small: {memory: 512}
            Conditions:
              Orders: !Equals [!Ref Name, orders]
              Others: !Not [!Condition Orders]
              Both: !And [!Condition Orders, !Condition Others]
              Either: !Or [!Condition Orders, !Condition Others]
            """);

    private final Resolver resolver =
            new Resolver(Map.of("Name", "orders", "Groups", List.of("a", "b")), TEMPLATE, new References() {
                @Override
                public Object ref(String logicalId) {
                    return "ref:" + logicalId;
                }

                @Override
                public Object attribute(String logicalId, String name) {
                    return logicalId + ":" + name;
                }
            });

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Ref Name | orders",
                "!Ref Queue | ref:Queue",
                "!GetAtt Queue.Arn | Queue:Arn",
                "!GetAtt [Queue, Arn] | Queue:Arn",
                "!Sub 'x-${Name}-${Queue.QueueName}-${Queue}' | x-orders-Queue:QueueName-ref:Queue",
                "!Sub 'literal ${!Name}' | literal ${Name}",
                "!Sub ['${Other}/${Name}', {Other: !Ref Queue}] | ref:Queue/orders",
                "!Join ['+', !Ref Groups] | a+b",
                "!Join ['', [a, !Ref Name]] | aorders",
                "!Select [1, !Ref Groups] | b",
                "!Select [0, !Split [':', 'c:d']] | c",
                "!FindInMap [Sizes, small, memory] | 512",
                "!If [Orders, !Ref Name, other] | orders",
                "!If [Others, !Ref Name, other] | other",
                "!If [Both, a, b] | b",
                "!If [Either, a, b] | a",
                "{Ref: Name} | orders",
                "{'Fn::GetAtt': [Queue, Arn]} | Queue:Arn",
            })
    void anIntrinsicFunctionIsReplacedByItsValue(String yaml, String value) {
        assertThat(resolver.text(read(yaml))).isEqualTo(value);
    }

    @Test
    void aPropertyWithoutAValueIsLeftOut() {
        assertThat(resolver.resolve(read("{A: !If [Others, 1, !Ref AWS::NoValue], B: 2}")))
                .contains(Map.of("B", 2));
    }

    @Test
    void aListItemWithoutAValueIsLeftOut() {
        assertThat(resolver.resolve(read("[1, !If [Others, 2, !Ref 'AWS::NoValue'], 3]")))
                .contains(List.of(1, 3));
    }

    @Test
    void functionsAreFoundDeepInside() {
        assertThat(resolver.resolve(read("{A: [{B: !Ref Name}]}")))
                .contains(Map.of("A", List.of(Map.of("B", "orders"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!Cidr [a, 1, 2]", "!ImportValue x", "!If [Unknown, 1, 2]", "!FindInMap [Sizes, big, memory]"})
    void whatIsNotSimulatedOrNotThereIsRefused(String yaml) {
        assertThatThrownBy(() -> resolver.resolve(read(yaml))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Object read(String yaml) {
        Object node = TemplateYaml.read("X: " + yaml).get("X");
        return node == null ? "" : node;
    }
}
