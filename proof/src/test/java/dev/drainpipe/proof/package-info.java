/** Tests of what is in the package of this name. */
@NullMarked
package dev.drainpipe.proof;

import org.jspecify.annotations.NullMarked;
