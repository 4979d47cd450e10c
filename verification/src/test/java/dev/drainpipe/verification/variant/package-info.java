/**
 * Deliberately wrong variants of the product, to see that the simulation can fail: each is a small mistake that somebody
 * in a hurry, or a tool of this field, makes; and each is found.
 *
 * <p>How to add one: an entry in one of the lists that {@code Catalogue} puts together.
 *
 * <pre>{@code
 * Variant.of("the empty list of tasks is believed", "What goes wrong when somebody writes this.")
 *         .in("terminator/TaskLook", "the right lines", "the wrong lines")
 *         .caughtBy(NEVER_EARLY)
 * }</pre>
 */
@NullMarked
package dev.drainpipe.verification.variant;

import org.jspecify.annotations.NullMarked;
