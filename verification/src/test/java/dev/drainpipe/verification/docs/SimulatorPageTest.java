package dev.drainpipe.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/simulator.md} says of the simulator, against the simulator and its tests. */
class SimulatorPageTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SIMULATOR = ROOT.resolve("simulator/src/main/java");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern SOURCE = Pattern.compile("(?i)guide|reference|load balancing api|boto issues");

    /** The simulator's files by the names of their classes; two packages may use one name. */
    private final Map<String, List<Path>> classes;

    private final Map<String, String> tests = new TreeMap<>();
    private final String page;

    SimulatorPageTest() throws IOException {
        page = Files.readString(ROOT.resolve("docs/simulator.md"));
        try (Stream<Path> files = Files.walk(SIMULATOR)) {
            classes = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.groupingBy(SimulatorPageTest::name));
        }
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.toString().endsWith("Test.java"))
                    .forEach(file -> tests.merge(name(file), text(file), String::concat));
        }
    }

    @Test
    void everyFactNamesItsSourceAndClassesThatCiteOne() {
        List<List<String>> facts = table("| area | fact | source | § | class |");

        assertThat(facts).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row.get(2)).isNotBlank();
            assertThat(row.get(3)).matches("\\d+(\\.\\d+)?(, \\d+\\.\\d+)*");
            assertThat(names(row.get(4))).isNotEmpty().allSatisfy(name -> {
                assertThat(classes).containsKey(name);
                assertThat(source(name)).as(name).containsPattern(SOURCE);
            });
        });
    }

    @Test
    void everyDifferenceIsOfAClass() {
        assertThat(table("| of | what |"))
                .hasSizeGreaterThan(10)
                .allSatisfy(row -> assertThat(classes.keySet()).containsAll(names(row.get(0))));
    }

    @Test
    void everyClassThatSaysHowItDiffersIsAmongTheDifferences() {
        Pattern differs = Pattern.compile("(?is)(differs|differences?)\\s+(\\*\\s+)?from\\s+(\\*\\s+)?AWS");
        List<String> listed = table("| of | what |").stream()
                .flatMap(row -> names(row.get(0)).stream())
                .toList();

        assertThat(classes.keySet().stream()
                        .filter(name -> differs.matcher(source(name)).find()))
                .isNotEmpty()
                .isSubsetOf(listed);
    }

    @Test
    void theSwitchesAreThoseOfTheCodeWithTheirDefaults() throws ReflectiveOperationException {
        Map<String, String> listed = switches().stream()
                .collect(Collectors.toMap(row -> bare(row.get(0)), row -> bare(row.get(1)), (a, b) -> a, TreeMap::new));

        assertThat(listed).isEqualTo(declared());
    }

    @Test
    void everySwitchIsSetOtherwiseByTheTestsThatAreNamed() {
        assertThat(switches())
                .allSatisfy(row -> assertThat(names(row.get(4)))
                        .isNotEmpty()
                        .allSatisfy(
                                test -> assertThat(tests.getOrDefault(test, "").replaceAll("\\s+", " "))
                                        .as(test + " sets " + row.get(0))
                                        .contains(bare(row.get(3)))));
    }

    @Test
    void everyValueOfAnEnumerationIsTested() throws ReflectiveOperationException {
        List<String> untested = new ArrayList<>();
        for (List<String> row : switches()) {
            String texts = names(row.get(4)).stream().map(tests::get).collect(Collectors.joining());
            for (Object value : values(bare(row.get(0)))) {
                if (!texts.contains(value.toString())) {
                    untested.add(row.get(0) + " " + value);
                }
            }
        }
        assertThat(untested).isEmpty();
    }

    private List<List<String>> switches() {
        return table("| switch | default | AWS may also | set by | in |");
    }

    private Map<String, String> declared() throws ReflectiveOperationException {
        Map<String, String> declared = new TreeMap<>();
        for (String name : behaviours()) {
            Object standard = type(name).getMethod("defaults").invoke(null);
            for (RecordComponent component : type(name).getRecordComponents()) {
                declared.put(
                        name + "." + component.getName(),
                        String.valueOf(component.getAccessor().invoke(standard)));
            }
        }
        return declared;
    }

    private List<String> behaviours() {
        return classes.keySet().stream()
                .filter(name -> name.endsWith("Behaviour"))
                .toList();
    }

    /** The values that a switch can have if it is an enumeration; but its default, which every other test runs on. */
    private List<Object> values(String name) throws ReflectiveOperationException {
        String[] parts = name.split("\\.", -1);
        Object standard = type(parts[0]).getMethod("defaults").invoke(null);
        for (RecordComponent component : type(parts[0]).getRecordComponents()) {
            if (component.getName().equals(parts[1]) && component.getType().isEnum()) {
                Object usual = component.getAccessor().invoke(standard);
                return Arrays.stream(component.getType().getEnumConstants())
                        .map(Object.class::cast)
                        .filter(value -> !value.equals(usual))
                        .toList();
            }
        }
        return List.of();
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        String path = SIMULATOR.relativize(files(name).get(0)).toString();
        return Class.forName(path.substring(0, path.length() - ".java".length()).replace('/', '.'));
    }

    private String source(String name) {
        return files(name).stream().map(SimulatorPageTest::text).collect(Collectors.joining());
    }

    private List<Path> files(String name) {
        return classes.getOrDefault(name, List.of());
    }

    /** The cells of each row below a header. */
    private List<List<String>> table(String header) {
        List<String> lines = page.lines().toList();
        int first = lines.indexOf(header) + 2;
        assertThat(first).as("the line of " + header).isGreaterThan(1);
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".java".length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
