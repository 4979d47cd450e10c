package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.util.Optional;

/**
 * One request at one look: what was asked, what was seen, and how long it has.
 *
 * @param request what was asked
 * @param sight what was seen
 * @param term how long it has
 * @param hook the time-outs of its hook; none if it has no hook, or they are not known
 */
record Case(DrainRequest request, Sight sight, Term term, Optional<Timeouts> hook) {}
