/** The cluster query language, in which a filter chooses container instances. */
@NullMarked
package dev.drainpipe.simulator.ecs.query;

import org.jspecify.annotations.NullMarked;
