/** Reads what people and programs wrote: JSON documents, environment variables; every mistake at once, by name. */
@NullMarked
package dev.drainpipe.document;

import org.jspecify.annotations.NullMarked;
