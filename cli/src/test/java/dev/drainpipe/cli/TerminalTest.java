package dev.drainpipe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private static Terminal terminal(Map<String, String> facts) {
        Properties properties = new Properties();
        properties.putAll(facts);
        return Terminal.of(System.out, System.err, properties);
    }

    @Test
    void withoutFactsItIsAPlainStream() {
        Terminal terminal = terminal(Map.of());

        assertThat(terminal.interactive()).isFalse();
        assertThat(terminal.colour()).isFalse();
        assertThat(terminal.columns()).isEqualTo(100);
    }

    @Test
    void theScriptSaysHowLargeItIs() {
        Terminal terminal = terminal(Map.of(
                "drainpipe.terminal", "true",
                "drainpipe.columns", "132",
                "drainpipe.rows", "50",
                "drainpipe.colour", "true"));

        assertThat(terminal.columns()).isEqualTo(132);
        assertThat(terminal.rows()).isEqualTo(50);
        assertThat(terminal.colour()).isTrue();
    }

    @Test
    void aSizeThatIsNoneIsNotBelieved() {
        assertThat(terminal(Map.of("drainpipe.columns", "0")).columns()).isEqualTo(100);
        assertThat(terminal(Map.of("drainpipe.columns", "")).columns()).isEqualTo(100);
        assertThat(terminal(Map.of("drainpipe.columns", "-5")).columns()).isEqualTo(100);
    }
}
