/** The whole pipeline in a simulated account: an ordinary one, in which one thing is spoiled. */
@NullMarked
package dev.drainpipe.verification.scenario;

import org.jspecify.annotations.NullMarked;
