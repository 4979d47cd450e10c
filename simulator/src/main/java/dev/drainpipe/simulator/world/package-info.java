/** What all simulated services share: instances, chance, and the record of what happened. */
@NullMarked
package dev.drainpipe.simulator.world;

import org.jspecify.annotations.NullMarked;
