/** What the Query services answer alike: validation errors and pages. */
@NullMarked
package dev.drainpipe.simulator.query;

import org.jspecify.annotations.NullMarked;
