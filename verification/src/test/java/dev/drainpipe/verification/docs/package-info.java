/** What the documents say is what the code does. */
@NullMarked
package dev.drainpipe.verification.docs;

import org.jspecify.annotations.NullMarked;
