package dev.drainpipe.cli.timeline;

import java.util.Locale;

/** An SVG drawing being made; every text that is passed in is escaped here. */
final class Svg {
    private final StringBuilder content = new StringBuilder();
    private final double width;

    Svg(double width) {
        this.width = width;
    }

    /** A filled rectangle; the tip is what a pointer or a screen reader is told, none if empty. */
    Svg rect(Box box, String cssClass, String tip) {
        content.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" class=\"%s\""
                .formatted(n(box.x()), n(box.y()), n(box.width()), n(box.height()), Html.escape(cssClass)));
        if (tip.isEmpty()) {
            content.append("/>");
        } else {
            content.append("><title>").append(Html.escape(tip)).append("</title></rect>");
        }
        content.append('\n');
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String cssClass) {
        content.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" class=\"%s\"/>\n"
                .formatted(n(x1), n(y1), n(x2), n(y2), Html.escape(cssClass)));
        return this;
    }

    /** A text whose class says how it is anchored. */
    Svg text(double x, double y, String cssClass, String text) {
        content.append("<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>\n"
                .formatted(n(x), n(y), Html.escape(cssClass), Html.escape(text)));
        return this;
    }

    /** A path in SVG's own commands. */
    Svg path(String commands, String cssClass) {
        content.append("<path d=\"%s\" class=\"%s\"/>\n".formatted(commands, Html.escape(cssClass)));
        return this;
    }

    /** The drawing as an element of this height, with what it shows in words. */
    String element(double height, String label) {
        return "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\">%n%s</svg>\n"
                .formatted(n(width), n(height), Html.escape(label), content);
    }

    /** A number for an attribute: at most two decimals, always a point. */
    static String n(double number) {
        double rounded = Math.round(number * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.format(Locale.ROOT, "%s", rounded);
    }
}
