/** Deploys the project's own template into the simulated account, so that the two cannot drift apart. */
@NullMarked
package dev.drainpipe.simulator.stack;

import org.jspecify.annotations.NullMarked;
