/** Tests of what every Lambda needs. */
@NullMarked
package dev.drainpipe.lambda;

import org.jspecify.annotations.NullMarked;
