package dev.drainpipe.simulator.event;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Puts what one service says into the envelope of EventBridge, and onto the bus if any rule could want it. */
public final class Publisher {
    private final World world;
    private final EventBus bus;
    private final Dice ids;

    /**
     * A publisher with event ids of its own.
     *
     * @param subject what they are drawn for; no two publishers of an account may share it
     */
    public Publisher(World world, EventBus bus, String subject) {
        this.world = world;
        this.bus = bus;
        this.ids = world.dice().of(subject);
    }

    /**
     * Publishes an event of this moment.
     *
     * @param resources the ARNs or ids of what it is about
     * @param detail asked only if somebody could want the event
     */
    public void publish(
            String source, String detailType, List<String> resources, Supplier<? extends Map<String, ?>> detail) {
        if (bus.mayBeWanted(source, detailType)) {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("version", "0");
            event.put("id", ids.uuid().toString());
            event.put("detail-type", detailType);
            event.put("source", source);
            event.put("account", world.account().id());
            event.put("time", world.now().toString());
            event.put("region", world.account().region());
            event.put("resources", resources);
            event.put("detail", detail.get());
            bus.publish(json(event));
        }
    }

    private static String json(Map<String, Object> event) {
        try {
            return JSON.std.asString(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
