package dev.drainpipe.verification.variant;

import dev.drainpipe.deregister.DeregisterHandler;
import dev.drainpipe.lambda.LogSink;
import dev.drainpipe.lambda.Surroundings;
import dev.drainpipe.port.Pause;
import dev.drainpipe.taskscaler.TaskScalerHandler;
import dev.drainpipe.terminator.TerminatorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The product once more, with some classes replaced: every class of the four modules that Lambda runs is loaded anew, all
 * others are those of the test.
 *
 * <p>What crosses the border between a function and the simulation is shared, and so cannot be replaced.
 */
final class WrongFunctions extends ClassLoader {
    static {
        registerAsParallelCapable();
    }

    private static final Set<String> SHARED = Stream.of(
                    Surroundings.class, LogSink.class, LogSink.Level.class, Pause.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> MODULES = Stream.of(
                    Surroundings.class, TaskScalerHandler.class, DeregisterHandler.class, TerminatorHandler.class)
            .map(type ->
                    type.getProtectionDomain().getCodeSource().getLocation().toString())
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, byte[]> replaced;

    private WrongFunctions(Map<String, byte[]> replaced) {
        super(WrongFunctions.class.getClassLoader());
        this.replaced = Map.copyOf(replaced);
    }

    /** The product with this mistake. */
    static WrongFunctions of(Variant variant) {
        Map<String, byte[]> classes = Compiled.classes(variant);
        classes.keySet().stream().filter(SHARED::contains).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The variant \"" + variant + "\" replaces " + name
                    + ", which functions share with the simulation; only what a function has for itself can be wrong.");
        });
        return new WrongFunctions(classes);
    }

    /** The product as it is, loaded in the same way. */
    static WrongFunctions none() {
        return new WrongFunctions(Map.of());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return SHARED.contains(name) || !name.startsWith("dev.drainpipe.")
                    ? super.loadClass(name, resolve)
                    : own(name, resolve);
        }
    }

    private Class<?> own(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = replaced.get(name);
        if (bytes == null) {
            URL file = getParent().getResource(name.replace('.', '/') + ".class");
            if (file == null || MODULES.stream().noneMatch(file.toString()::contains)) {
                return super.loadClass(name, resolve);
            }
            bytes = read(file);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private static byte[] read(URL file) throws ClassNotFoundException {
        try (InputStream in = file.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(file.toString(), e);
        }
    }
}
