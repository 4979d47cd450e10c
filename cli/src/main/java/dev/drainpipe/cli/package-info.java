/** The command {@code drainpipe}. */
@NullMarked
package dev.drainpipe.cli;

import org.jspecify.annotations.NullMarked;
