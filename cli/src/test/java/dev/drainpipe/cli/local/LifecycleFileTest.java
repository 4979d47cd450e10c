package dev.drainpipe.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleFileTest {
    @TempDir
    private Path folder;

    private List<LifecycleFile> read(String content) throws IOException {
        return LifecycleFile.read(Files.writeString(folder.resolve("m.json"), content));
    }

    @Test
    void aFileIsOneMessageJustAsItIs() throws IOException {
        String body = "{\"EC2InstanceId\": \"i-0123456789abcdef0\"}\n";

        assertThat(read(body)).containsExactly(new LifecycleFile("m.json", body));
    }

    @Test
    void theRecordsOfALambdaEventAreMessagesOfTheirOwn() throws IOException {
        assertThat(read("{\"Records\": [{\"body\": \"a\"}, {\"body\": \"b\"}]}"))
                .containsExactly(new LifecycleFile("m.json #1", "a"), new LifecycleFile("m.json #2", "b"));
    }

    @Test
    void whatIsNoJsonIsFedAllTheSame() throws IOException {
        assertThat(read("oops")).containsExactly(new LifecycleFile("m.json", "oops"));
    }

    @Test
    void theInstanceIsFoundInAnyShape() {
        assertThat(new LifecycleFile("x", "..EC2InstanceId:i-0123456789abcdef0..").instanceId())
                .contains("i-0123456789abcdef0");
        assertThat(new LifecycleFile("x", "nothing").instanceId()).isEmpty();
    }
}
