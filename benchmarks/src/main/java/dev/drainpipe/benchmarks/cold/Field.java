package dev.drainpipe.benchmarks.cold;

import java.util.List;
import java.util.Set;

/** Everybody who takes part in a contest, and what they are called. */
record Field(List<Subject> all) {
    static final String PYTHON = "Python + boto3";
    static final String ZIP = "zip";
    static final String SNAPSHOT = "SnapStart";
    static final String UNREHEARSED = "zip, not rehearsed";
    static final String SNAPSHOT_UNREHEARSED = "SnapStart, not rehearsed";
    static final String NAIVE = "naive form";
    static final String EMPTY = "empty function";

    private static final Set<String> OURS = Set.of(ZIP, SNAPSHOT);

    Field {
        all = List.copyOf(all);
    }

    /** Those that are Drainpipe as it is deployed. */
    static boolean isOurs(Subject subject) {
        return OURS.contains(subject.name());
    }

    /** Every Java program, once. */
    List<Subject> javas() {
        return all.stream()
                .filter(subject -> !subject.restored() && !subject.name().equals(PYTHON))
                .toList();
    }

    /** Those that are compared when they are warm. */
    List<Subject> warm() {
        return all.stream()
                .filter(subject -> Set.of(PYTHON, ZIP).contains(subject.name()))
                .toList();
    }
}
