package dev.drainpipe.simulator.stack;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a template's YAML; a short form such as {@code !Ref X} becomes the long one, {@code {"Ref": "X"}}. */
final class TemplateYaml {
    private TemplateYaml() {}

    static Map<?, ?> read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        if (new Yaml(new ShortForms(options)).load(text) instanceof Map<?, ?> document) {
            return document;
        }
        throw new IllegalArgumentException("A template is a YAML mapping.");
    }

    private static final class ShortForms extends SafeConstructor {
        ShortForms(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return longForm(node);
                }
            });
        }

        private Map<String, Object> longForm(Node node) {
            String name = node.getTag().getValue().substring(1);
            Object argument = argument(node);
            if (name.equals("GetAtt") && argument instanceof String path) {
                argument = List.of(path.split("\\.", 2));
            }
            return Map.of(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, argument);
        }

        private Object argument(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            return node instanceof SequenceNode sequence
                    ? constructSequence(sequence)
                    : constructMapping((MappingNode) node);
        }
    }
}
