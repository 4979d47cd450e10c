/** The adapters, one per port; the only place that speaks AWS. */
@NullMarked
package dev.drainpipe.aws;

import org.jspecify.annotations.NullMarked;
