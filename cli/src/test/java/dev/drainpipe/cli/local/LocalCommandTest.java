package dev.drainpipe.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.OptionValues;
import dev.drainpipe.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LocalCommandTest {
    private final OptionValues values = new OptionValues();

    private LocalOptions read(String... arguments) {
        Terminal terminal = Terminal.of(System.out, System.err, new Properties());
        Machine machine = new Machine(InstantSource.system(), time -> {}, work -> {});
        LocalCommand command = LocalCommand.of(terminal, machine, Path.of("."));
        new CommandLine(command).parseArgs(arguments);
        return command.read(values);
    }

    @Test
    void withoutOptionsTwoOfSixInstancesLeave() {
        assertThat(read())
                .isEqualTo(new LocalOptions(
                        6,
                        5,
                        2,
                        LoadBalancerKind.CLASSIC,
                        new Speed(10),
                        1,
                        List.of(),
                        OptionalInt.empty(),
                        false,
                        true));
        assertThat(values.mistakes()).isEmpty();
    }

    @Test
    void tasksFollowTheInstances() {
        assertThat(read("--instances", "100").tasks()).isEqualTo(99);
    }

    @Test
    void allButOneInstanceMayLeave() {
        assertThat(read("--instances", "3", "--scale-in", "2").scaleIn()).isEqualTo(2);
        assertThat(values.mistakes()).isEmpty();

        read("--instances", "3", "--scale-in", "3");
        assertThat(values.mistakes())
                .containsExactly("--scale-in: '3' is not accepted; accepted is a whole number from 0 to 2.");
    }

    @Test
    void aSingleInstanceCannotLeave() {
        LocalOptions options = read("--instances", "1");

        assertThat(options.scaleIn()).isZero();
        assertThat(options.tasks()).isEqualTo(1);
        assertThat(values.mistakes()).isEmpty();
    }

    @Test
    void aServerRunsInRealTimeAndScalesInOnlyWhenTold() {
        LocalOptions options = read("--serve", "0");

        assertThat(options.speed()).isEqualTo(new Speed(1));
        assertThat(options.scaleIn()).isZero();
        assertThat(options.servePort()).hasValue(0);
    }

    @Test
    void speedsAreNumbersOrMax() {
        assertThat(read("--speed", "0.5").speed().factor()).isEqualTo(0.5);
        assertThat(read("--speed", "max").speed().max()).isTrue();
        assertThat(values.mistakes()).isEmpty();

        read("--speed", "0.05");
        assertThat(values.mistakes()).hasSize(1);
    }

    @Test
    void aSeedMayBeNegative() {
        assertThat(read("--seed", "-5").seed()).isEqualTo(-5);
    }

    @Test
    void severalFilesMayBeFed(@TempDir Path folder) throws Exception {
        Path one = Files.writeString(folder.resolve("1.json"), "{}");
        Path two = Files.writeString(folder.resolve("2.json"), "{}");

        assertThat(read("--events", one.toString(), two.toString()).events()).containsExactly(one, two);
    }

    @Test
    void aFolderIsNoFile(@TempDir Path folder) {
        read("--events", folder.toString());

        assertThat(values.mistakes())
                .containsExactly("--events: '" + folder + "' is not accepted; accepted is a file that can be read.");
    }

    @Test
    void tasksOfAServerMayBecomeAsFewAsItsClientsScaleIn() {
        assertThat(read("--instances", "10", "--tasks", "4", "--serve", "0").fewestTasks())
                .isEqualTo(1);
    }

    @Test
    void fewTasksStayIfTheyFitIntoWhatRemainsWithOneToSpare() {
        assertThat(read("--instances", "10", "--tasks", "4", "--scale-in", "5").fewestTasks())
                .isEqualTo(4);
        assertThat(read("--instances", "10", "--tasks", "5", "--scale-in", "5").fewestTasks())
                .isEqualTo(1);
    }
}
