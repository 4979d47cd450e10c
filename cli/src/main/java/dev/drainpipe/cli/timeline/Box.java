package dev.drainpipe.cli.timeline;

/** A rectangle on the page, in the units of its drawing. */
record Box(double x, double y, double width, double height) {}
