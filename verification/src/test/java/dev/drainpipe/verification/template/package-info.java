/** The template against what it promises: the code, the SDK, the Makefile and the design. */
@NullMarked
package dev.drainpipe.verification.template;

import org.jspecify.annotations.NullMarked;
