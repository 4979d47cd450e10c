/** Tests of deregister. */
@NullMarked
package dev.drainpipe.deregister;

import org.jspecify.annotations.NullMarked;
