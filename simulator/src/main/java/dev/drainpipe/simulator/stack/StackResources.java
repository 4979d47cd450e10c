package dev.drainpipe.simulator.stack;

import dev.drainpipe.simulator.stack.Template.Resource;
import dev.drainpipe.simulator.world.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The resources of a template that are wanted under the given parameters, with their properties resolved. */
final class StackResources {
    private final Template template;
    private final StackReferences references;
    private final Resolver resolver;

    StackResources(Template template, Map<String, String> parameters, Account account) {
        this.template = template;
        Map<String, Object> values = Pseudo.parameters(template.values(parameters), account);
        this.references = new StackReferences(account, types(template.resources()));
        this.resolver = new Resolver(values, template.document(), references);
    }

    /** The wanted resources of a type, in the template's order. */
    List<Resource> of(ResourceType type) {
        return all().filter(resource -> ResourceType.find(resource.type()).equals(Optional.of(type)))
                .toList();
    }

    Optional<Resource> find(String logicalId) {
        return all().filter(resource -> resource.logicalId().equals(logicalId)).findFirst();
    }

    private Stream<Resource> all() {
        return template.resources().stream().filter(this::wanted);
    }

    Properties properties(Resource resource) {
        Object resolved = resolver.resolve(resource.properties()).orElse(Map.of());
        return new Properties(resource.logicalId(), Tree.map(resolved));
    }

    /** A queue's URL is known once it exists. */
    void created(String queue, String url) {
        references.created(queue, url);
    }

    /** The statements of a role of this stack. */
    List<Statement> policy(String roleArn) {
        Resource role = of(ResourceType.ROLE).stream()
                .filter(r -> references.attribute(r.logicalId(), "Arn").equals(roleArn))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The role " + roleArn + " is not in the template."));
        List<Statement> statements = new ArrayList<>();
        for (Object policy : Tree.list(properties(role).values().get("Policies"))) {
            Map<?, ?> document = Tree.map(Tree.map(policy).get("PolicyDocument"));
            Tree.list(document.get("Statement"))
                    .forEach(s -> statements.add(Statement.of(new Properties(role.logicalId(), Tree.map(s)))));
        }
        return statements;
    }

    Map<String, String> outputs() {
        Map<String, String> outputs = new LinkedHashMap<>();
        template.outputs()
                .forEach((name, output) -> outputs.put(
                        String.valueOf(name), resolver.text(Tree.map(output).get("Value"))));
        return outputs;
    }

    private boolean wanted(Resource resource) {
        Object condition = resource.declaration().get("Condition");
        return condition == null || resolver.holds(String.valueOf(condition));
    }

    private static Map<String, ResourceType> types(List<Resource> resources) {
        Map<String, ResourceType> types = new LinkedHashMap<>();
        Set<String> unknown = new TreeSet<>();
        for (Resource resource : resources) {
            ResourceType.find(resource.type())
                    .ifPresentOrElse(
                            type -> types.put(resource.logicalId(), type),
                            () -> unknown.add(resource.logicalId() + " (" + resource.type() + ")"));
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The template has resources that are not simulated: " + unknown);
        }
        return types;
    }
}
