/** Values: instances, lifecycle actions, observations, drain requests. Nothing outside the JDK. */
@NullMarked
package dev.drainpipe.fleet;

import org.jspecify.annotations.NullMarked;
