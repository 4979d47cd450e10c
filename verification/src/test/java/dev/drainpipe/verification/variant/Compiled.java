package dev.drainpipe.verification.variant;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources in memory, against the classes that this test runs with. */
final class Compiled {
    private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none");

    private Compiled() {}

    /** What a variant compiles to: class files by the names of the classes. */
    static Map<String, byte[]> classes(Variant variant) {
        try {
            Map<String, ProductSource> sources = new LinkedHashMap<>();
            for (Variant.Edit edit : variant.edits()) {
                if (!sources.containsKey(edit.file())) {
                    sources.put(edit.file(), new ProductSource(edit.file()));
                }
                sources.get(edit.file()).replace(edit.right(), edit.wrong());
            }
            return classes(sources.values().stream()
                    .map(source -> new Text(source.className(), source.text()))
                    .toList());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The variant \"" + variant + "\": " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> classes(List<Text> texts) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> mistakes = new DiagnosticCollector<>();
        try (Memory memory = new Memory(compiler.getStandardFileManager(mistakes, Locale.ROOT, null))) {
            if (!compiler.getTask(null, memory, mistakes, OPTIONS, null, texts).call()) {
                throw new IllegalArgumentException(mistakes.getDiagnostics().stream()
                        .map(mistake -> mistake.getMessage(Locale.ROOT) + " in line " + mistake.getLineNumber())
                        .collect(Collectors.joining("; ")));
            }
            return memory.written();
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String className, String text) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Bytes extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Bytes(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, Bytes> files = new HashMap<>();

        Memory(JavaFileManager others) {
            super(others);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return files.computeIfAbsent(className, Bytes::new);
        }

        Map<String, byte[]> written() {
            Map<String, byte[]> written = new HashMap<>();
            files.forEach((name, file) -> written.put(name, file.bytes.toByteArray()));
            return written;
        }
    }
}
