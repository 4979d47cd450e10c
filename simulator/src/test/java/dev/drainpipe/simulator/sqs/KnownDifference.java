package dev.drainpipe.simulator.sqs;

import java.util.regex.Pattern;

/** Where ElasticMQ 1.7.1 and AWS differ, and the simulator sides with AWS. */
enum KnownDifference {
    /** ElasticMQ answers the names of the JSON model; AWS the codes of the Query protocol. */
    OLD_ERROR_CODES {
        @Override
        boolean explains(String words, String ours, String theirs) {
            String text = ours.replace("AWS.SimpleQueueService.", "");
            return theirs.equals(text.replace("NonExistentQueue", "QueueDoesNotExist"))
                    || theirs.equals(text.replace("QueueAlreadyExists", "QueueNameExists"));
        }
    },
    /** ElasticMQ blames an attribute where AWS blames the parameter MaxNumberOfMessages. */
    CODE_OF_TOO_MANY_MESSAGES {
        @Override
        boolean explains(String words, String ours, String theirs) {
            return words.equals("ReceiveMessage of 11") && theirs.equals("error 400 InvalidAttributeValue");
        }
    },
    /** ElasticMQ does not have these attributes, or not among {@code All}. */
    FEWER_QUEUE_ATTRIBUTES {
        @Override
        boolean explains(String words, String ours, String theirs) {
            return theirs.equals(MISSING.matcher(ours).replaceAll(""));
        }
    },
    /** ElasticMQ accepts a batch without entries. */
    EMPTY_BATCH {
        @Override
        boolean explains(String words, String ours, String theirs) {
            return words.equals("SendMessageBatch of none")
                    && ours.equals("error 400 AWS.SimpleQueueService.EmptyBatchRequest");
        }
    },
    /** ElasticMQ calls the handle of a deleted or redriven message malformed. */
    HIDING_A_GONE_MESSAGE {
        @Override
        boolean explains(String words, String ours, String theirs) {
            return words.startsWith("ChangeMessageVisibility")
                    && ours.endsWith("InvalidParameterValue")
                    && theirs.endsWith("ReceiptHandleIsInvalid");
        }
    },
    /** ElasticMQ refuses to delete what is deleted already, or was received again since; AWS answers success. */
    DELETING_A_GONE_MESSAGE {
        @Override
        boolean explains(String words, String ours, String theirs) {
            return words.startsWith("DeleteMessage")
                    && ours.endsWith("deleted")
                    && theirs.endsWith("ReceiptHandleIsInvalid");
        }
    },
    /** ElasticMQ hides a visible message by the handle of an earlier receive; AWS finds it not in flight. */
    HIDING_A_VISIBLE_MESSAGE {
        @Override
        boolean explains(String words, String ours, String theirs) {
            return words.startsWith("ChangeMessageVisibility") && theirs.equals(NOT_ASKED);
        }

        @Override
        boolean parts(String ours) {
            return ours.endsWith("AWS.SimpleQueueService.MessageNotInflight");
        }
    };

    /** Stands for ElasticMQ's answer to a call that it was spared. */
    static final String NOT_ASKED = "not asked";

    private static final Pattern MISSING =
            Pattern.compile("(MaximumMessageSize|MessageRetentionPeriod|SqsManagedSseEnabled)=[^,}]*, ");

    /** Whether this difference, and nothing else, is the reason why the answers are not the same. */
    abstract boolean explains(String words, String ours, String theirs);

    /** Whether a call with this answer would leave the two in different states, so that only one may be asked. */
    boolean parts(String ours) {
        return false;
    }
}
