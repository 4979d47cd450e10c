/** What a Lambda needs from the world, as narrow interfaces. */
@NullMarked
package dev.drainpipe.port;

import org.jspecify.annotations.NullMarked;
