/** Requests through load balancers: what was served, and what was dropped and why. */
@NullMarked
package dev.drainpipe.simulator.traffic;

import org.jspecify.annotations.NullMarked;
