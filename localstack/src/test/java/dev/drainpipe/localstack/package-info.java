/** What Drainpipe relies on SQS for, asked of implementations that are not ours: LocalStack in Docker, or any endpoint. */
@NullMarked
package dev.drainpipe.localstack;

import org.jspecify.annotations.NullMarked;
