/** Tests of the terminator. */
@NullMarked
package dev.drainpipe.terminator;

import org.jspecify.annotations.NullMarked;
