package dev.drainpipe.simulator.ecs.query;

import java.util.function.IntPredicate;

/** Walks through the text of an expression, and says where it is when something is wrong. */
final class QueryScanner {
    private static final char END = '\0';

    private final String text;
    private int position;

    QueryScanner(String text) {
        this.text = text;
    }

    /** Whether nothing but blanks is left. */
    boolean atEnd() {
        skipBlanks();
        return position == text.length();
    }

    /** Takes a sign such as {@code &&} or {@code (}, if it is next. */
    boolean takeSign(String sign) {
        skipBlanks();
        boolean next = text.startsWith(sign, position);
        if (next) {
            position += sign.length();
        }
        return next;
    }

    /** Takes a word such as {@code and}, if it is next and no part of a longer one. */
    boolean takeWord(String word) {
        skipBlanks();
        int after = position + word.length();
        boolean next = text.startsWith(word, position) && !isWordPart(charAt(after));
        if (next) {
            position = after;
        }
        return next;
    }

    /** Takes characters as long as they are of this kind, at least one. */
    String take(String what, IntPredicate kind) {
        skipBlanks();
        int start = position;
        while (position < text.length() && kind.test(charAt(position))) {
            position++;
        }
        if (start == position) {
            throw wrong(what + " expected");
        }
        return text.substring(start, position);
    }

    /** Takes a text in single or double quotes if one is next, else characters of this kind. */
    String takeValue(String what, IntPredicate kind) {
        skipBlanks();
        char quote = charAt(position);
        if (quote != '\'' && quote != '"') {
            return take(what, kind);
        }
        int close = text.indexOf(quote, position + 1);
        if (close < 0) {
            throw wrong("the quote is not closed");
        }
        String value = text.substring(position + 1, close);
        position = close + 1;
        return value;
    }

    InvalidQuery wrong(String why) {
        return new InvalidQuery("%s at character %d".formatted(why, position + 1));
    }

    private void skipBlanks() {
        while (Character.isWhitespace(charAt(position))) {
            position++;
        }
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : END;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
