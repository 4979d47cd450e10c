package dev.drainpipe.terminator;

import dev.drainpipe.document.Json;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.message.TaskNews;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch that queues brought, sorted.
 *
 * @param drains what asks for a drain, or cannot be understood
 * @param news what ECS says of tasks; other events are nobody's business
 */
record Brought(List<Delivery> drains, List<TaskNews> news) {
    /** Sorts a batch. */
    static Brought of(List<Delivery> deliveries) {
        List<Delivery> drains = new ArrayList<>();
        List<TaskNews> news = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            Optional<Map<String, Object>> event = Json.object(delivery.body()).filter(TaskNews::isEvent);
            if (event.isEmpty()) {
                drains.add(delivery);
            }
            event.flatMap(TaskNews::read).ifPresent(news::add);
        }
        return new Brought(drains, news);
    }
}
