package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the kernel knows of a running process (Linux manual, proc(5)).
 *
 * @param pid which one
 */
record Meter(long pid) {
    /** Of the kernel's clock for accounting; the same on every Linux that runs Lambda's images. */
    private static final double TICKS_PER_SECOND = 100;

    /** The seconds of CPU that it has used, in user and kernel mode. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        // The name, in brackets, may hold blanks. Behind it utime and stime are the fields 12 and 13.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    /** The most memory that it has had at once, in MB. */
    double peakMb() throws IOException {
        return status("VmHWM:");
    }

    /** The memory that it has now, in MB. */
    double residentMb() throws IOException {
        return status("VmRSS:");
    }

    private double status(String key) throws IOException {
        List<String> lines = Files.readAllLines(proc("status"));
        String line = lines.stream().filter(l -> l.startsWith(key)).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }

    private Path proc(String file) {
        return Path.of("/proc", String.valueOf(pid), file);
    }
}
