/** {@code drainpipe simulate}: many runs under troubles drawn from seeds, and their report. */
@NullMarked
package dev.drainpipe.cli.simulate;

import org.jspecify.annotations.NullMarked;
