/** EC2 Auto Scaling: groups, lifecycle hooks and the life of their instances. */
@NullMarked
package dev.drainpipe.simulator.autoscaling;

import org.jspecify.annotations.NullMarked;
