/** What can go wrong between a function and AWS: single calls that fail in every way, and rates that are limited. */
@NullMarked
package dev.drainpipe.simulator.fault;

import org.jspecify.annotations.NullMarked;
