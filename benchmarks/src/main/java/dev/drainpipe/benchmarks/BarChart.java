package dev.drainpipe.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars with their spread, as a picture.
 *
 * @param title what is compared
 * @param unit what one is
 */
public record BarChart(String title, String unit, List<Bar> bars) {
    private static final int LABELS = 260;
    private static final int LENGTH = 420;
    private static final int ROW = 26;
    private static final int TOP = 44;

    /**
     * One bar.
     *
     * @param low the least of what was measured
     * @param high the most
     * @param ours whether it is Drainpipe's
     */
    public record Bar(String label, double value, double low, double high, boolean ours) {}

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** The picture as a file of its own. */
    public String svg() {
        double most = bars.stream().mapToDouble(Bar::high).max().orElse(1);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            rows.append(row(bars.get(i), TOP + i * ROW, LENGTH / most));
        }
        int width = LABELS + LENGTH + 90;
        int height = TOP + bars.size() * ROW + 10;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="sans-serif" font-size="13">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <text x="10" y="20" font-size="15" fill="#222">%s</text>
                <text x="10" y="36" fill="#666">%s</text>
                %s</svg>
                """.formatted(width, height, width, height, escaped(title), escaped(unit), rows);
    }

    private static String row(Bar bar, int top, double scale) {
        int middle = top + ROW / 2;
        double end = LABELS + bar.value() * scale;
        return """
                <text x="%d" y="%d" text-anchor="end" fill="#222">%s</text>
                <rect x="%d" y="%d" width="%s" height="16" fill="%s"/>
                <line x1="%s" y1="%d" x2="%s" y2="%d" stroke="#222"/>
                <text x="%s" y="%d" fill="#222">%s</text>
                """.formatted(
                        LABELS - 8,
                        middle + 5,
                        escaped(bar.label()),
                        LABELS,
                        top + 5,
                        number(bar.value() * scale),
                        bar.ours() ? "#1f77b4" : "#b8b8b8",
                        number(LABELS + bar.low() * scale),
                        middle,
                        number(LABELS + bar.high() * scale),
                        middle,
                        number(Math.max(end, LABELS + bar.high() * scale) + 6),
                        middle + 5,
                        number(bar.value()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
