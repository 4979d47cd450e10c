/** What runs have reached: verdicts, blockers, faults, errors, events. */
@NullMarked
package dev.drainpipe.proof.coverage;

import org.jspecify.annotations.NullMarked;
