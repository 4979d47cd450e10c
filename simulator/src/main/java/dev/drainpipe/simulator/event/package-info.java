/** EventBridge's default bus, and what EC2 and AWS Health announce on it. */
@NullMarked
package dev.drainpipe.simulator.event;

import org.jspecify.annotations.NullMarked;
