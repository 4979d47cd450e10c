package dev.drainpipe.verification.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The style in numbers, measured on the compiler's own tree; the numbers may only ever get smaller. */
class TidyTest {
    /** Lines of a file; past it a file rarely has one subject. */
    private static final int FILE_LINES = 250;

    /** Lines of a method, from its first to its last; past it nobody reads it in one look. */
    private static final int METHOD_LINES = 30;

    /** Parameters of a method; past it the order is guessed, and a record says what they are. */
    private static final int PARAMETERS = 5;

    private static final Pattern VAGUE_NAME = Pattern.compile("(Utils?|Helpers?|Managers?)$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

    private final Path root = Repository.root();

    @Test
    void filesAreShort() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources("src/main/java", "src/test/java")) {
            int lines = Files.readAllLines(file).size();
            if (lines > FILE_LINES) {
                found.add("%s: %d lines, at most %d".formatted(root.relativize(file), lines, FILE_LINES));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void methodsAreShortAndTakeFewParameters() throws IOException {
        assertThat(scan(sources("src/main/java"), MethodScan::new)).isEmpty();
    }

    @Test
    void everyTypeHasAFirstSentenceAndNoVagueName() throws IOException {
        assertThat(scan(sources("src/main/java"), TypeScan::new)).isEmpty();
    }

    @Test
    void nothingIsLeftLoose() throws IOException {
        Pattern loose = Pattern.compile("\\b(" + String.join("|", "TO" + "DO", "FIX" + "ME", "X" + "XX") + ")\\b");
        List<String> found = new ArrayList<>();
        for (Path file : sources("src/main/java", "src/test/java")) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (loose.matcher(lines.get(i)).find()) {
                    found.add("%s:%d: %s"
                            .formatted(
                                    root.relativize(file), i + 1, lines.get(i).strip()));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void linksInTheDocumentsResolve() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : documents()) {
            Matcher links = LINK.matcher(Files.readString(page));
            while (links.find()) {
                Path parent = page.toAbsolutePath().getParent();
                if (parent != null && !Files.exists(parent.resolve(links.group(1)))) {
                    broken.add("%s: %s".formatted(root.relativize(page), links.group(1)));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".md"))
                    .filter(f ->
                            !f.toString().contains("/target/") && !f.toString().contains("/.aws-sam/"))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> sources(String... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String module : Repository.modules()) {
            for (String folder : folders) {
                Path top = root.resolve(module).resolve(folder);
                if (Files.isDirectory(top)) {
                    try (Stream<Path> files = Files.walk(top)) {
                        files.filter(f -> f.toString().endsWith(".java"))
                                .sorted()
                                .forEach(found::add);
                    }
                }
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private List<String> scan(List<Path> files, ScanFactory scans) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            List<String> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                scans.over(new Source(root, unit, trees), found).scan(unit, null);
            }
            return found;
        }
    }

    /** Makes a scan over one file that adds what it finds to a list. */
    private interface ScanFactory {
        TreePathScanner<@Nullable Void, @Nullable Void> over(Source source, List<String> found);
    }

    /** One parsed file, and where in it a tree stands. */
    private record Source(Path root, CompilationUnitTree unit, DocTrees trees) {
        int lines(com.sun.source.tree.Tree tree) {
            SourcePositions positions = trees.getSourcePositions();
            LineMap map = unit.getLineMap();
            long end = map.getLineNumber(positions.getEndPosition(unit, tree));
            return (int) (end - map.getLineNumber(positions.getStartPosition(unit, tree)) + 1);
        }

        String where(CharSequence name) {
            return root.relativize(Path.of(unit.getSourceFile().toUri())) + ": " + name;
        }
    }

    private static final class MethodScan extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Source source;
        private final List<String> found;

        MethodScan(Source source, List<String> found) {
            this.source = source;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            int lines = source.lines(method);
            if (lines > METHOD_LINES) {
                found.add(source.where(method.getName()) + ": " + lines + " lines, at most " + METHOD_LINES);
            }
            boolean constructor = method.getReturnType() == null;
            if (method.getParameters().size() > PARAMETERS && !constructor) {
                found.add(source.where(method.getName()) + ": more than " + PARAMETERS + " parameters");
            }
            return super.visitMethod(method, null);
        }
    }

    private static final class TypeScan extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Source source;
        private final List<String> found;

        TypeScan(Source source, List<String> found) {
            this.source = source;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String name = type.getSimpleName().toString();
            if (VAGUE_NAME.matcher(name).find()) {
                found.add(source.where(name) + ": says nothing; name the subject");
            }
            boolean topLevel = getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
            if (topLevel && firstSentence().isBlank()) {
                found.add(source.where(name) + ": has no Javadoc with a first sentence");
            }
            return super.visitClass(type, null);
        }

        private String firstSentence() {
            DocCommentTree doc = source.trees().getDocCommentTree(getCurrentPath());
            return doc == null ? "" : doc.getFirstSentence().toString();
        }
    }
}
