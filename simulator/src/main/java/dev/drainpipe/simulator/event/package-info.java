/** EventBridge's default bus, and how services say things on it. */
@NullMarked
package dev.drainpipe.simulator.event;

import org.jspecify.annotations.NullMarked;
