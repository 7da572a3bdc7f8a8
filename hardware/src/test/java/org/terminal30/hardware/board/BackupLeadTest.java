package org.terminal30.hardware.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.terminal30.testing.NeedsProgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@NeedsProgram("ngspice")
class BackupLeadTest {
    private static final String BACKUP = "v(backup)";
    private static final String LEAD = "v(lead)";

    @Test
    void saverBehindTheDiode_feedsADeadCarAboveTheHoldFloor() {
        Curves curves = Ngspice.run(List.of("Vsaver supply 0 dc 12", "Xlead supply backup lead backup_lead",
                "Iload lead 0 dc 5"), "dc Iload 0.5 5 0.5", BACKUP, LEAD);

        assertThat(curves.min(LEAD)).as("B6: hold floor").isGreaterThan(10.5);
        assertThat(curves.min(BACKUP)).as("12.0 V saver, minimum 11.2 V").isGreaterThan(11.9);
    }

    /** The reverse current of the diode would otherwise show the car's battery where no saver is. */
    @Test
    void withoutSaver_backupReadsDeadEvenInTheHeat() {
        assertThat(backupWithoutSaver("2.2k")).isLessThan(0.35);
        assertThat(backupWithoutSaver("100meg")).as("without R10").isGreaterThan(5);
    }

    @Test
    void loadDumpOnTheCarSide_doesNotReachTheCurrentMonitor() {
        Pulse dump = Pulse.named("ISO 16750-2 load dump A");
        List<String> circuit = new ArrayList<>(List.of(dump.source()));
        circuit.addAll(
                List.of("Rsupply open supply 10m", "Vopen open 0 dc 12", "Xlead supply backup lead backup_lead"));
        Curves curves = Ngspice.run(circuit, String.format(Locale.ROOT, "tran 1m %g", dump.seconds()), BACKUP, LEAD);

        assertThat(curves.max(LEAD)).isGreaterThan(95);
        assertThat(curves.max(BACKUP)).as("the INA226 ends at 36 V").isCloseTo(12, within(0.5));
    }

    private static double backupWithoutSaver(String bleeder) {
        // The sense of the box on the same node pulls down as well; its clamp node is left open here.
        return Ngspice.run(List.of("Vcar lead 0 dc 12.6", "Rsense backup 0 238k",
                "Xlead supply backup lead backup_lead r10=" + bleeder, ".temp 60"), "dc Vcar 12.6 12.6 1", BACKUP)
                .last(BACKUP);
    }
}
