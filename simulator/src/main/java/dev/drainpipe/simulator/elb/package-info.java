/** Classic load balancers and target groups. */
@NullMarked
package dev.drainpipe.simulator.elb;

import org.jspecify.annotations.NullMarked;
