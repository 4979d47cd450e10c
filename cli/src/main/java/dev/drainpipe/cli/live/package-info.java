/** What is shown while a run goes on: a screen that repaints itself, or plain lines. */
@NullMarked
package dev.drainpipe.cli.live;

import org.jspecify.annotations.NullMarked;
