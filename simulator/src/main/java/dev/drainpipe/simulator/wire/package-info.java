/** AWS's wire protocols, read and written by the SDK's own metadata. */
@NullMarked
package dev.drainpipe.simulator.wire;

import org.jspecify.annotations.NullMarked;
