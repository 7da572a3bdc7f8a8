package org.terminal30.hardware.adc;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.terminal30.hardware.adc.I2cScan.Found;
import org.terminal30.hardware.adc.I2cScan.Kind;
import org.terminal30.hardware.simulated.SimulatedAds1115;
import org.terminal30.hardware.simulated.SimulatedI2cProvider;

import static org.assertj.core.api.Assertions.assertThat;

class I2cScanTest {
    private static SimulatedAds1115 chip() {
        return new SimulatedAds1115(System::nanoTime, (pin, nanos) -> pin == 0 ? 2.1 : 0.5, 1);
    }

    @Test
    void converter_isFoundAtItsAddressWithAReadingOfEachPin() {
        try (var scan = new I2cScan(new SimulatedI2cProvider().with(1, 0x49, chip()).header(), System::nanoTime)) {
            List<Found> found = scan.scan(1, true);

            assertThat(found).extracting(Found::address).containsExactly(0x49);
            assertThat(found).extracting(Found::kind).containsExactly(Kind.ADS1115);
            assertThat(found.getFirst().reading()).isEqualTo("AIN0 2.100 V, AIN1 0.500 V, AIN2 0.500 V, AIN3 0.500 V");
        }
    }

    @Test
    void converterThatAnotherProgramUses_isNamedAndNotAskedToConvert() {
        SimulatedAds1115 chip = chip();
        try (var scan = new I2cScan(new SimulatedI2cProvider().with(1, 0x48, chip).header(), System::nanoTime)) {
            assertThat(scan.scan(1, false)).containsExactly(new Found(0x48, Kind.ADS1115, null));
            assertThat(chip.conversions()).isZero();
        }
    }

    @Test
    void chipThatReadsOnlyOnes_isNotTakenForAConverter() {
        SimulatedAds1115 chip = chip();
        chip.fail(SimulatedAds1115.Fault.READS_ONES);
        try (var scan = new I2cScan(new SimulatedI2cProvider().with(1, 0x48, chip).header(), System::nanoTime)) {
            assertThat(scan.scan(1, true)).containsExactly(new Found(0x48, Kind.OTHER, null));
        }
    }

    @Test
    void emptyBus_hasNothing() {
        try (var scan = new I2cScan(new SimulatedI2cProvider().header(), System::nanoTime)) {
            assertThat(scan.scan(1, true)).isEmpty();
        }
    }
}
