package dev.drainpipe.port;

import dev.drainpipe.fleet.Member;
import java.util.Collection;
import java.util.Map;

/** Answers where instances are in their lives in Auto Scaling groups. */
@FunctionalInterface
public interface Groups {
    /**
     * How instances stand with their groups.
     *
     * @return one answer for every id asked; {@link Member#OF_NO_GROUP} only if Auto Scaling left it out twice
     * @throws TryLater if Auto Scaling does not answer
     */
    Map<String, Member> members(Collection<String> instanceIds);
}
