package dev.drainpipe.cli.local;

/** What things are called in the account of a local run. */
final class Names {
    static final String CLUSTER = "demo";
    static final String SERVICE = "web";
    static final String GROUP = "demo-group";
    static final String LOAD_BALANCER = "demo-lb";

    private Names() {}
}
