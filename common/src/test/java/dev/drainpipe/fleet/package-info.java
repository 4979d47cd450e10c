/** Tests of the values. */
@NullMarked
package dev.drainpipe.fleet;

import org.jspecify.annotations.NullMarked;
