/** Amazon SQS: standard queues in virtual time. */
@NullMarked
package dev.drainpipe.simulator.sqs;

import org.jspecify.annotations.NullMarked;
