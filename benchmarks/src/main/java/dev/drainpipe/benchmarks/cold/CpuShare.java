package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The share of a CPU that a function's memory buys; a start has all of it (AWS Lambda Developer Guide, "Configure Lambda
 * function memory": 1,769 MB are one vCPU).
 *
 * <p>It is a quota of the kernel's where control groups can be written; else the process is stopped and continued.
 */
final class CpuShare implements AutoCloseable {
    private static final int WHOLE_CPU_MB = 1769;
    private static final int PERIOD_MICROS = 20_000;
    private static final Path VERSION_1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path VERSION_2 = Path.of("/sys/fs/cgroup");

    private final boolean first = Files.exists(VERSION_1.resolve("cpu.cfs_quota_us"));
    private final Path group;
    private final boolean kernel;
    private long pid;

    CpuShare(long unique) {
        this.group = (first ? VERSION_1 : VERSION_2).resolve("drainpipe-bench-" + unique);
        this.kernel = made();
    }

    private boolean made() {
        try {
            Files.createDirectory(group);
            return Files.exists(group.resolve(first ? "cpu.cfs_quota_us" : "cpu.max"));
        } catch (IOException notOurs) {
            return false;
        }
    }

    /** How it is done here, in words. */
    String how() {
        return kernel ? "CPU quota of a control group" : "process stopped and continued";
    }

    /** Takes a process that has just started; not limited yet. */
    void take(Process process) throws IOException {
        this.pid = process.pid();
        if (kernel) {
            Files.writeString(group.resolve("cgroup.procs"), String.valueOf(pid));
        }
    }

    /** Limits it from now on. */
    void limit(int memoryMb) throws IOException {
        int quota = Math.min(PERIOD_MICROS, PERIOD_MICROS * memoryMb / WHOLE_CPU_MB);
        if (!kernel) {
            stopAndContinue(quota);
        } else if (first) {
            Files.writeString(group.resolve("cpu.cfs_period_us"), String.valueOf(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), String.valueOf(quota));
        } else {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
        }
    }

    private void stopAndContinue(int quota) throws IOException {
        String loop = "while kill -CONT %1$d 2>/dev/null; do sleep 0.%2$06d; kill -STOP %1$d; sleep 0.%3$06d; done"
                .formatted(pid, quota, PERIOD_MICROS - quota);
        new ProcessBuilder("sh", "-c", loop).start();
    }

    /** After the process has ended. */
    @Override
    public void close() throws IOException {
        if (kernel) {
            Files.deleteIfExists(group);
        }
    }
}
