package dev.drainpipe.cli.timeline;

/** Text made safe for HTML and SVG. */
final class Html {
    private Html() {}

    /** The text for use between tags and in quoted attributes. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
