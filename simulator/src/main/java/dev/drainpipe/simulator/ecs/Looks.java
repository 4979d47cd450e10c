package dev.drainpipe.simulator.ecs;

/** When the service scheduler looks: soon after each change, and from time to time. */
final class Looks {
    private final Setting setting;
    private Runnable look = () -> {};
    private boolean planned;

    Looks(Setting setting) {
        this.setting = setting;
    }

    /** Begins to look, in this way. */
    void begin(Runnable how) {
        look = how;
        setting.world().timeline().every(setting.timings().period(), how);
    }

    /** Something changed; several changes share a look. */
    void soon() {
        if (!planned) {
            planned = true;
            setting.after(setting.timings().reaction(), () -> {
                planned = false;
                look.run();
            });
        }
    }
}
