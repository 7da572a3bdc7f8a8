package org.terminal30.testing;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NeedsProgramConditionTest {
    @TempDir
    Path directory;

    @Test
    void everythingIsInstalled_runsAndNotesNothing() {
        var condition = new NeedsProgramCondition(program -> true, true, skipped());

        assertThat(condition.decide("SomeTest.runs", "socat", "nginx").isDisabled()).isFalse();
        assertThat(skipped()).doesNotExist();
    }

    @Test
    void programIsMissing_isSkippedNotedAndNamesThePackage() {
        var condition = new NeedsProgramCondition(program -> program != DebianProgram.INFLUXD, false, skipped());

        assertThat(condition.decide("SomeTest", "nginx", "influxd").getReason())
                .hasValue("influxd is missing: apt-get install influxdb");
        condition.decide("OtherTest", "influxd");
        assertThat(skipped()).hasContent("""
                SomeTest: influxd is missing: apt-get install influxdb
                OtherTest: influxd is missing: apt-get install influxdb
                """);
    }

    @Test
    void programIsMissingButRequired_fails() {
        var condition = new NeedsProgramCondition(program -> false, true, skipped());

        assertThatThrownBy(() -> condition.decide("SomeTest", "socat")).isInstanceOf(IllegalStateException.class)
                .hasMessage("SomeTest cannot run, socat is missing: apt-get install socat");
    }

    @Test
    void programThatTheTestsDoNotKnow_isRefused() {
        var condition = new NeedsProgramCondition(program -> true, false, skipped());

        assertThatThrownBy(() -> condition.decide("SomeTest", "sokat")).hasMessageContaining("'sokat'");
    }

    @Test
    void executableOnTheSearchPath_isFoundThereFirst() throws Exception {
        Path socat = Files.createFile(directory.resolve("socat"));
        assertThat(DebianProgram.SOCAT.find(directory.toString())).isNotEqualTo(socat);

        assertThat(socat.toFile().setExecutable(true)).isTrue();
        assertThat(DebianProgram.SOCAT.find("/nowhere::" + directory)).hasValue(socat);
    }

    private Path skipped() {
        return directory.resolve("target/skipped.txt");
    }
}
