/** The simulated AWS as a loopback server, for any AWS client. */
@NullMarked
package dev.drainpipe.simulator.http;

import org.jspecify.annotations.NullMarked;
