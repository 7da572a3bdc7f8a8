package org.terminal30.agent.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;
import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

class CalibrationFileTest {
    private static final CalibrationRecord FULL = new CalibrationRecord(Channel.ONBOARD, "ads1115-1-0x48",
            LocalDate.of(2026, 5, 1), "Anna \"the meter\" \\ Ö", "Fluke 87V\t#3", new Point(9.912345678, 10.0),
            new Point(14.95, 15.003), new Point(12.41, 12.5), 21.5);
    private static final CalibrationRecord BARE = new CalibrationRecord(Channel.BACKUP_CURRENT, "ina226-1-0x40",
            LocalDate.of(2025, 2, 28), "Bo", "clamp", new Point(-5.1, -5), new Point(5.2, 5), null, null);
    private static final String ENTRY = """
            [[calibration]]
            channel = "onboard"
            device = "chip"
            date = 2026-05-01
            who = "Anna"
            meter = "Fluke"
            low = { reading = 9.9, meter_shows = 10 }
            high = { reading = 14.9, meter_shows = 15 }
            """;

    @TempDir
    private Path directory;

    private Path path() {
        return directory.resolve("calibration.toml");
    }

    private List<String> faultsOf(String text) throws Exception {
        Files.writeString(path(), text);
        return Objects.requireNonNull(
                catchThrowableOfType(BayConfigException.class, () -> CalibrationFile.read(path()))).faults();
    }

    @Test
    void noFile_meansThatNothingWasEverCompared() throws Exception {
        assertThat(CalibrationFile.read(path()).history()).isEqualTo(CalibrationHistory.NONE);
    }

    @Test
    void recordsWrittenOneAfterTheOther_areReadBackInOrder() throws Exception {
        CalibrationFile.read(path()).append(FULL);
        CalibrationFile.read(path()).append(BARE);

        assertThat(CalibrationFile.read(path()).history().records()).containsExactly(FULL, BARE);
        assertThat(directory).isDirectoryContaining(file -> file.equals(path()))
                .isDirectoryNotContaining(file -> !file.equals(path()));
    }

    @Test
    void whatStandsInTheFile_staysByteForByteWithItsComments() throws Exception {
        String before = "# our meter was in the laboratory in April\n" + ENTRY.strip();
        Files.writeString(path(), before);

        CalibrationFile.read(path()).append(FULL);

        assertThat(Files.readString(path())).startsWith(before + "\n\n[[calibration]]\n")
                .contains("residual = ", "celsius = 21.5");
        assertThat(CalibrationFile.read(path()).history().records()).hasSize(2).contains(FULL);
    }

    @Test
    void fileThatWasSpoiledMeanwhile_isNotWrittenOver() throws Exception {
        CalibrationFile file = CalibrationFile.read(path());
        Files.writeString(path(), "[[calibration]\n");

        assertThatThrownBy(() -> file.append(FULL)).isInstanceOf(BayConfigException.class);
        assertThat(Files.readString(path())).isEqualTo("[[calibration]\n");
    }

    @Test
    void exampleOfTheDocument_isReadAsItStandsThere() throws Exception {
        String page = Files.readString(Path.of("../docs/calibration.md"));
        int begin = page.indexOf("[[calibration]]");
        Files.writeString(path(), page.substring(begin, page.indexOf("```", begin)));

        CalibrationRecord record = CalibrationFile.read(path()).history().records().getFirst();

        assertThat(Objects.requireNonNull(record.residual())).isCloseTo(0.0031, within(0.0001));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "onboard" | "roof"          | calibration[1].channel is roof, must be one of onboard backup
            2026-05-01 | 2026-05-32     | calibration[1].date
            2026-05-01 | "yesterday"    | calibration[1].date is yesterday, must be a day such as 2026-05-01
            who = "Anna" | name = "Anna" | calibration[1].who is missing
            meter_shows = 15 | meter_shows = 10.2 | the second must be at least 1.0 above the first
            reading = 14.9 | reading = 9.9 | both readings are 9.9
            reading = 14.9 | value = 14.9 | calibration[1].high.reading
            """)
    void wrongEntry_isSaidWithItsKeyAndWhatIsRight(String right, String wrong, String fault) throws Exception {
        assertThat(ENTRY).contains(right);
        assertThat(faultsOf(ENTRY.replace(right, wrong))).anyMatch(said -> said.contains(fault));
    }

    @Test
    void faultsOfTheFile_areFaultsOfTheBay() throws Exception {
        Files.writeString(path(), ENTRY.replace("2026-05-01", "2026-99-01"));
        Path bay = Files.writeString(directory.resolve("bay.toml"), """
                site = "main"
                bay = "1"
                state = "state"
                [source]
                type = "simulated"
                """);
        assertThatThrownBy(() -> BayConfig.read(bay)).isInstanceOf(BayConfigException.class)
                .hasMessageContaining("calibrations in " + path());
    }
}
