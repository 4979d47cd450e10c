#!/bin/sh
# The AWS CLI against the simulated SQS. Run with AWS_ENDPOINT_URL set; exits with an error at the first surprise.
set -eu

. "$(dirname "$0")/checks.sh"

sqs() {
    aws --endpoint-url "$AWS_ENDPOINT_URL" --output text sqs "$@"
}

step "a queue is made and described"
url=$(sqs create-queue --queue-name cli-q --attributes VisibilityTimeout=45 --query QueueUrl)
expect "the URL" "$AWS_ENDPOINT_URL/111122223333/cli-q" "$url"
expect "the visibility time-out" 45 \
    "$(sqs get-queue-attributes --queue-url "$url" --attribute-names All --query Attributes.VisibilityTimeout)"

step "a message is sent, received and deleted"
sqs send-message --queue-url "$url" --message-body "hello & good-bye" --query MessageId >/dev/null
received=$(sqs receive-message --queue-url "$url" --wait-time-seconds 1 --query 'Messages[0].[ReceiptHandle,Body]')
handle=$(printf '%s' "$received" | cut -f 1)
expect "the body" "hello & good-bye" "$(printf '%s' "$received" | cut -f 2)"
sqs delete-message --queue-url "$url" --receipt-handle "$handle"
expect "what is left" "None" "$(sqs receive-message --queue-url "$url" --query Messages)"

step "a batch is sent"
expect "what succeeded" "one	two" \
    "$(sqs send-message-batch --queue-url "$url" --entries Id=one,MessageBody=a Id=two,MessageBody=b \
        --query 'Successful[].Id')"

step "errors are those of AWS"
if message=$(sqs get-queue-url --queue-name nowhere 2>&1); then
    echo "found a queue that does not exist" >&2
    exit 1
fi
case $message in
    *"(AWS.SimpleQueueService.NonExistentQueue)"*"The specified queue does not exist."*) ;;
    *) expect "the error" "(AWS.SimpleQueueService.NonExistentQueue) ..." "$message" ;;
esac
