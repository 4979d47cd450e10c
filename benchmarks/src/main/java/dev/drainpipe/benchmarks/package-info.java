/** What Drainpipe costs, measured: the command {@code drainpipe bench}. */
@NullMarked
package dev.drainpipe.benchmarks;

import org.jspecify.annotations.NullMarked;
