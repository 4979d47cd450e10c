# What the scripts of this folder check with; read by them, not run.

step() { echo "step: $*"; }

expect() { # what, wanted, got
    if [ "$2" != "$3" ]; then
        echo "$1: wanted <$2>, got <$3>" >&2
        exit 1
    fi
}

refuses() { # what, wanted in the error, command...
    what=$1
    wanted=$2
    shift 2
    if message=$("$@" 2>&1); then
        echo "$what: it succeeded with <$message>" >&2
        exit 1
    fi
    case $message in
        *"$wanted"*) ;;
        *) expect "$what" "$wanted" "$message" ;;
    esac
}
