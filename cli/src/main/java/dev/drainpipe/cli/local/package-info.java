/** The command {@code drainpipe local}: a whole scale-in on a simulated account. */
@NullMarked
package dev.drainpipe.cli.local;

import org.jspecify.annotations.NullMarked;
