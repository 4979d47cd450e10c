"""What the scripts of this folder check with."""

from botocore.exceptions import ClientError


def step(what):
    print("step:", what, flush=True)


def error_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400, error
        return error.response["Error"]["Code"], error.response["Error"]["Message"]
    raise AssertionError("no error from " + call.__name__)
