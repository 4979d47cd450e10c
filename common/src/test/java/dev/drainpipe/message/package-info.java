/** Tests of the message parsers. */
@NullMarked
package dev.drainpipe.message;

import org.jspecify.annotations.NullMarked;
