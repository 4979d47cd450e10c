/** Tests of the document reader. */
@NullMarked
package dev.drainpipe.document;

import org.jspecify.annotations.NullMarked;
