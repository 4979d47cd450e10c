package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Trouble.AgentSilent;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.time.Timeline.Planned;
import java.util.HashMap;
import java.util.Map;

/** Disconnects agents, for a while or again and again. */
final class Agents {
    private final SimulatedAws aws;
    private final Stage stage;
    private final Map<AgentSilent, String> instances = new HashMap<>();
    private final Map<AgentSilent, Planned> flapping = new HashMap<>();

    Agents(SimulatedAws aws, Stage stage) {
        this.aws = aws;
        this.stage = stage;
    }

    void begin(AgentSilent trouble) {
        stage.pick(trouble.group(), "Terminating:Wait", trouble.place())
                .or(() -> stage.pick(trouble.group(), "InService", trouble.place()))
                .ifPresent(id -> {
                    instances.put(trouble, id);
                    connect(id, false);
                    if (!trouble.period().isZero()) {
                        boolean[] connected = {false};
                        flapping.put(trouble, aws.world().timeline().every(trouble.period(), () -> {
                            connected[0] = !connected[0];
                            connect(id, connected[0]);
                        }));
                    }
                });
    }

    void end(AgentSilent trouble) {
        Planned flaps = flapping.remove(trouble);
        if (flaps != null) {
            flaps.cancel();
        }
        String id = instances.remove(trouble);
        if (id != null) {
            connect(id, true);
        }
    }

    private void connect(String instanceId, boolean connected) {
        if (aws.world().ec2().find(instanceId).isPresent()) {
            aws.ecs().setAgentConnected(instanceId, connected);
        }
    }
}
