/** Tests of the values that all share. */
@NullMarked
package dev.drainpipe.fleet;

import org.jspecify.annotations.NullMarked;
