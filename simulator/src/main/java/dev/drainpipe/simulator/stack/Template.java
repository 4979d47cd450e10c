package dev.drainpipe.simulator.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A SAM template, read but not yet resolved. */
public final class Template {
    private static final String FUNCTION = "AWS::Serverless::Function";

    private final Map<?, ?> document;

    private Template(Map<?, ?> document) {
        this.document = document;
    }

    /** Reads the template of this file. */
    public static Template read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /** Reads a template's text. */
    public static Template parse(String yaml) {
        return new Template(TemplateYaml.read(yaml));
    }

    /** A resource as it is written, with what {@code Globals} adds to it. */
    record Resource(String logicalId, String type, Map<?, ?> declaration) {
        Map<?, ?> properties() {
            return Tree.map(declaration.get("Properties"));
        }
    }

    /** The logical ids of all functions. */
    public List<String> functions() {
        return resources().stream()
                .filter(resource -> resource.type().equals(FUNCTION))
                .map(Resource::logicalId)
                .toList();
    }

    /** The names of all parameters, in order. */
    public List<String> parameters() {
        return declared().stream().map(Parameter::name).toList();
    }

    /** All resources in the template's order, whether their conditions hold or not. */
    List<Resource> resources() {
        Object globals = Tree.map(document.get("Globals")).get("Function");
        List<Resource> resources = new ArrayList<>();
        Tree.map(document.get("Resources")).forEach((id, node) -> {
            Map<?, ?> declaration = Tree.map(node);
            String type = String.valueOf(declaration.get("Type"));
            if (type.equals(FUNCTION) && globals != null) {
                declaration = Tree.map(Tree.merged(Map.of("Properties", globals), declaration));
            }
            resources.add(new Resource(String.valueOf(id), type, declaration));
        });
        return resources;
    }

    Map<?, ?> outputs() {
        return Tree.map(document.get("Outputs"));
    }

    Map<?, ?> document() {
        return document;
    }

    /**
     * The values of all parameters, given ones or defaults, as {@code Ref} gives them.
     *
     * @throws IllegalArgumentException naming every unknown, missing and invalid parameter at once
     */
    Map<String, Object> values(Map<String, String> given) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        Set<String> names = Set.copyOf(parameters());
        given.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(name + " is no parameter of the template; " + parameters() + " are"));
        for (Parameter parameter : declared()) {
            String value =
                    given.getOrDefault(parameter.name(), parameter.standard().orElse(null));
            if (value == null) {
                problems.add(parameter.name() + " is missing and has no default");
            } else {
                problems.addAll(parameter.problems(value));
                values.put(parameter.name(), parameter.read(value));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return values;
    }

    private List<Parameter> declared() {
        List<Parameter> parameters = new ArrayList<>();
        Tree.map(document.get("Parameters"))
                .forEach((name, declaration) ->
                        parameters.add(new Parameter(String.valueOf(name), Tree.map(declaration))));
        return parameters;
    }
}
