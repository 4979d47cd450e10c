package dev.drainpipe.cli.live;

import dev.drainpipe.cli.report.Stage;

/** Colours a word for the terminal, or leaves it as it is. */
public enum Paint {
    COLOUR {
        @Override
        String stage(Stage stage, String text) {
            return ESCAPE + code(stage) + "m" + text + PLAIN_AGAIN;
        }

        @Override
        String strong(String text) {
            return ESCAPE + "1m" + text + PLAIN_AGAIN;
        }

        @Override
        String alarm(String text) {
            return ESCAPE + "1;31m" + text + PLAIN_AGAIN;
        }
    },
    NONE {
        @Override
        String stage(Stage stage, String text) {
            return text;
        }

        @Override
        String strong(String text) {
            return text;
        }

        @Override
        String alarm(String text) {
            return text;
        }
    };

    private static final String ESCAPE = "\u001b[";
    private static final String PLAIN_AGAIN = "\u001b[0m";

    abstract String stage(Stage stage, String text);

    abstract String strong(String text);

    abstract String alarm(String text);

    /** The eight basic colours, so that the terminal's own theme decides how they look. */
    private static int code(Stage stage) {
        return switch (stage) {
            case STARTING, LEAVING, GONE -> 90;
            case IN_SERVICE -> 39;
            case CALLED -> 36;
            case UNNOTICED -> 33;
            case TRAFFIC_LEFT -> 34;
            case TASKS_LEFT -> 35;
            case SAFE -> 32;
        };
    }
}
