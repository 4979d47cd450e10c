/** One parser per kind of message. */
@NullMarked
package dev.drainpipe.message;

import org.jspecify.annotations.NullMarked;
