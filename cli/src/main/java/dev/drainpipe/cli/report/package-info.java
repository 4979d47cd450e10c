/** What a run came to: events of the simulated account folded into numbers, for people and for programs. */
@NullMarked
package dev.drainpipe.cli.report;

import org.jspecify.annotations.NullMarked;
