/** What must never depend on what, and how the sources look. */
@NullMarked
package dev.drainpipe.verification.layout;

import org.jspecify.annotations.NullMarked;
