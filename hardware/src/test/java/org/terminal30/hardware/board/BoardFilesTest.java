package org.terminal30.hardware.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.terminal30.hardware.calibration.Divider;

import static org.assertj.core.api.Assertions.assertThat;

/** What is bought, drawn, simulated and configured is one box. */
class BoardFilesTest {
    private final Path board = Ngspice.boardDirectory();

    @Test
    void dividerOfTheConfiguration_isThatOfTheBillOfMaterials() throws IOException {
        assertThat(ohms("R1") + ohms("R2")).isEqualTo(Divider.BOX.topOhms());
        assertThat(ohms("R3")).isEqualTo(Divider.BOX.bottomOhms());
        assertThat(ohms("R4")).isEqualTo(Divider.BOX.biasOhms());
        assertThat(text("bom.csv")).contains("REF3230AIDBVT,\"3.0 V");
        assertThat(Divider.BOX.biasVolts()).isEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10"})
    void resistorOfTheSimulation_isThatOfTheBillOfMaterials(String part) throws IOException {
        // The bleeder is a parameter, so that a test can leave it out; its default stands for it.
        String netlist = text("box.lib").replace("{r10}", "2.2k");
        Matcher line = Pattern.compile("(?m)^" + part + " \\S+ \\S+ \\{?([0-9.]+)(k|meg|\\b)").matcher(netlist);

        assertThat(line.find()).as("%s in box.lib", part).isTrue();
        double scale = switch (line.group(2)) {
            case "k" -> 1e3;
            case "meg" -> 1e6;
            default -> 1;
        };
        assertThat(Double.parseDouble(line.group(1)) * scale).isEqualTo(ohms(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R2", "R3", "R4", "R6", "R7", "R8", "R10"})
    void resistorOfTheSchematic_isThatOfTheBillOfMaterials(String part) throws IOException {
        String kilohms = value(part).replace(" kΩ", "\\kohm");
        assertThat(text("box.tex")).contains("{" + part + "}{" + kilohms);
    }

    private double ohms(String part) throws IOException {
        String[] value = value(part).split(" ", 2);
        double scale = switch (value[1]) {
            case "kΩ" -> 1e3;
            case "MΩ" -> 1e6;
            default -> throw new IllegalArgumentException(part + " is of " + value[1]);
        };
        return Math.round(Double.parseDouble(value[0]) * scale);
    }

    private String value(String part) throws IOException {
        Matcher line = Pattern.compile("(?m)^" + part + ",([^,]+),").matcher(text("bom.csv"));
        assertThat(line.find()).as("%s in bom.csv", part).isTrue();
        return line.group(1);
    }

    private String text(String name) throws IOException {
        return Files.readString(board.resolve(name));
    }
}
