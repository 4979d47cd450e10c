package dev.drainpipe.port;

import dev.drainpipe.fleet.ServiceName;
import java.util.Collection;
import java.util.Map;

/** Answers which services somebody else already scales. */
public interface OtherScalers {
    /**
     * Who else changes the desired count of these services, in words; a service that nobody else scales is left out.
     *
     * @throws TryLater if there is no answer
     */
    Map<ServiceName, String> of(Collection<ServiceName> services);
}
