/** AWS Identity and Access Management, as far as roles of functions go. */
@NullMarked
package dev.drainpipe.simulator.iam;

import org.jspecify.annotations.NullMarked;
