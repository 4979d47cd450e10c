/** The picture of a run: one HTML page that needs nothing but a browser. */
@NullMarked
package dev.drainpipe.cli.timeline;

import org.jspecify.annotations.NullMarked;
