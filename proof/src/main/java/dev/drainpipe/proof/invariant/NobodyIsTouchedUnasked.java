package dev.drainpipe.proof.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** No instance is touched that nobody asked about, or that is of a group without the tag that is required. */
public final class NobodyIsTouchedUnasked implements Invariant {
    private static final Pattern INSTANCE = Pattern.compile("\\bi-[0-9a-f]{8,17}\\b");
    private static final Pattern CONTAINER_INSTANCE =
            Pattern.compile("arn:aws:ecs:[^\\s,)\\]]*container-instance/[^\\s,)\\]]+");
    private static final Pattern TASK = Pattern.compile("arn:aws:ecs:[^\\s,)\\]]*:task/[^\\s,)\\]]+");

    private final Facts facts;

    public NobodyIsTouchedUnasked(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "No instance is touched that nobody asked about, or that is of a group without the required tag.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!call.ours() || !call.writes() || call.name().startsWith("sqs:")) {
            return Optional.empty();
        }
        return touched(call, truth).stream()
                .filter(id -> truth.whenAsked(id).isEmpty() || truth.foreign(id))
                .findFirst()
                .map(id -> call.caller() + " called " + call.name() + " on " + id);
    }

    private List<String> touched(Call call, Truth truth) {
        String words = call.request().toString();
        List<String> ids = new ArrayList<>();
        INSTANCE.matcher(words).results().forEach(found -> ids.add(found.group()));
        CONTAINER_INSTANCE
                .matcher(words)
                .results()
                .forEach(found -> ids.add(facts.instanceAt(found.group()).orElse(found.group())));
        TASK.matcher(words)
                .results()
                .forEach(found -> ids.add(truth.instanceOfTask(found.group()).orElse(found.group())));
        return ids;
    }
}
