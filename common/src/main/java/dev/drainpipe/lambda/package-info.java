/** What every Lambda needs: inputs, answers, journal, configuration. */
@NullMarked
package dev.drainpipe.lambda;

import org.jspecify.annotations.NullMarked;
