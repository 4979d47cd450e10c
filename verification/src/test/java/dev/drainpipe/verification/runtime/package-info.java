/** The built artefacts, served by the real Lambda runtime interface client against the simulator. */
@NullMarked
package dev.drainpipe.verification.runtime;

import org.jspecify.annotations.NullMarked;
