package dev.drainpipe.benchmarks.cold;

import dev.drainpipe.benchmarks.BarChart;
import dev.drainpipe.benchmarks.BarChart.Bar;
import dev.drainpipe.benchmarks.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What a contest has shown, as ratios to the Python of the same function, memory size and round. */
record Findings(List<Measured> measured) {
    private static final String CAPTION = """
            %,d MB, n = %d: median (least to most) of the paired ratios to Python + boto3. Under SnapStart time counts from the \
            restore on, and is compared with Python's whole start.""";

    /** One table for each memory size. */
    List<Table> tables() {
        return measured.stream()
                .map(Measured::memoryMb)
                .distinct()
                .map(this::table)
                .toList();
    }

    private Table table(int memory) {
        List<Measured> rows =
                measured.stream().filter(m -> m.memoryMb() == memory).toList();
        return new Table(
                CAPTION.formatted(memory, rows.get(0).samples().size()),
                List.of(
                        "function",
                        "",
                        "to the first answer",
                        "first invocation alone",
                        "CPU",
                        "peak memory",
                        "ms",
                        "init ms"),
                rows.stream().map(this::row).toList());
    }

    private List<String> row(Measured row) {
        return List.of(
                row.subject().function().module(),
                row.subject().name(),
                ratio(row, Sample::totalMs).text(2),
                ratio(row, Sample::invocationMs).text(2),
                row.subject().restored() ? "" : ratio(row, Sample::cpuSeconds).text(2),
                ratio(row, Sample::peakMb).text(2),
                ms(row.of(Sample::totalMs)),
                row.subject().restored() ? "" : ms(row.of(Sample::initMs)));
    }

    private static String ms(Spread spread) {
        return String.format(Locale.ROOT, "%,.0f", spread.median());
    }

    private Spread ratio(Measured row, ToDoubleFunction<Sample> figure) {
        return row.ratio(python(row), figure, figure);
    }

    private Measured python(Measured row) {
        return measured.stream()
                .filter(m -> m.memoryMb() == row.memoryMb())
                .filter(m -> m.subject().function() == row.subject().function())
                .filter(m -> m.subject().name().equals(Field.PYTHON))
                .findFirst()
                .orElseThrow();
    }

    /** The smallest size, where a start hurts most. */
    BarChart picture() {
        int memory = measured.get(0).memoryMb();
        List<Bar> bars = measured.stream()
                .filter(m -> m.memoryMb() == memory)
                .map(this::bar)
                .toList();
        return new BarChart(
                "To the first answer at %,d MB".formatted(memory),
                "as a multiple of Python + boto3; line: spread",
                bars);
    }

    private Bar bar(Measured row) {
        Spread ratio = ratio(row, Sample::totalMs);
        String label = row.subject().function().module() + ", " + row.subject().name();
        return new Bar(label, ratio.median(), ratio.low(), ratio.high(), Field.isOurs(row.subject()));
    }

    /** All of it for programs, with what is known of the machine. */
    Map<String, Object> data(Map<String, Object> machine) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("machine", machine);
        data.put("subjects", measured.stream().map(this::data).toList());
        return data;
    }

    private Map<String, Object> data(Measured row) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("function", row.subject().function().module());
        data.put("name", row.subject().name());
        data.put("memoryMb", row.memoryMb());
        data.put("calls", row.samples().get(0).calls());
        data.put("totalRatio", ratio(row, Sample::totalMs).data());
        data.put("invocationRatio", ratio(row, Sample::invocationMs).data());
        data.put("cpuRatio", ratio(row, Sample::cpuSeconds).data());
        data.put("peakRatio", ratio(row, Sample::peakMb).data());
        data.put("initMs", row.of(Sample::initMs).data());
        data.put("invocationMs", row.of(Sample::invocationMs).data());
        data.put("cpuSeconds", row.of(Sample::cpuSeconds).data());
        data.put("peakMb", row.of(Sample::peakMb).data());
        return data;
    }
}
