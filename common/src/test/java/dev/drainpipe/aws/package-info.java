/** Tests of the adapters, against scripted answers in AWS's wire formats. */
@NullMarked
package dev.drainpipe.aws;

import org.jspecify.annotations.NullMarked;
