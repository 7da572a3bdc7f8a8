package org.terminal30.agent.detect;

import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.terminal30.agent.detect.DetectorConfig.Backup;
import org.terminal30.agent.detect.DetectorConfig.Dip;
import org.terminal30.agent.detect.DetectorConfig.OpenLead;
import org.terminal30.agent.detect.DetectorConfig.Presence;
import org.terminal30.agent.detect.DetectorConfig.Silence;
import org.terminal30.agent.detect.DetectorConfig.Surge;
import org.terminal30.agent.detect.DetectorConfig.Threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DetectorConfigTest {
    private static final DetectorConfig DEFAULT = DetectorConfig.DEFAULT;

    @Test
    void defaults_areThoseOfTheRules() {
        assertThat(DEFAULT.low()).isEqualTo(new Threshold("low", 12.5, 12.6, 1000));
        assertThat(DEFAULT.critical()).isEqualTo(new Threshold("critical", 11.5, 11.75, 100));
        assertThat(DEFAULT.interruption()).isEqualTo(new Threshold("interruption", 5, 5.5, 0));
        assertThat(DEFAULT.reversed()).isEqualTo(new Threshold("reversed", -0.5, -0.5, 10));
        assertThat(DEFAULT.dip()).isEqualTo(new Dip(0.9, 0.92, 12.6, 6, 60_000, 0.2, 10_000));
        assertThat(DEFAULT.surge()).isEqualTo(new Surge(15, 1000, 16, 5, 0.25));
        assertThat(DEFAULT.backup().minimumVolts()).isEqualTo(11.2);
        assertThat(DEFAULT.silence()).isEqualTo(new Silence(1000, 3, 5000));
        assertThat(DEFAULT.presence()).isEqualTo(new Presence(8, 2000, 5, 2000));
    }

    @Test
    void backupStartAndLead_areReplacedAlone() {
        DetectorConfig other = DEFAULT.withBackup(Backup.of(13.8)).withStart(StartLimits.DEFAULT.off())
                .withPullUp(true).withHoldFloor(10);
        assertThat(other.backup()).isEqualTo(new Backup(13.8, 0.8, 0.25, 5000));
        assertThat(other.start().recognised()).isFalse();
        assertThat(other.openLead()).isEqualTo(new OpenLead(true, 0.35, 0.75));
        assertThat(other.feed().holdFloorVolts()).isEqualTo(10);
        assertThat(other.withBackup(DEFAULT.backup()).withStart(DEFAULT.start()).withPullUp(false).withHoldFloor(10.5))
                .isEqualTo(DEFAULT);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("low.startVolts is -28.1, must be from -28.0", () -> new Threshold("low", -28.1, 12, 0)),
                refusal("low.startVolts is NaN", () -> new Threshold("low", Double.NaN, 12, 0)),
                refusal("low.endVolts is 12.4, must be from 12.5 to 28.0", () -> new Threshold("low", 12.5, 12.4, 0)),
                refusal("low.delayMillis is -1, must be from 0 to 60000", () -> new Threshold("low", 12.5, 12.6, -1)),
                refusal("dip.startFraction is 1.0", () -> new Dip(1, 1, 12.6, 6, 60_000, 0.2, 10_000)),
                refusal("dip.endFraction is 0.8", () -> new Dip(0.9, 0.8, 12.6, 6, 60_000, 0.2, 10_000)),
                refusal("dip.maxReferenceVolts is 29.0", () -> new Dip(0.9, 0.92, 29, 6, 60_000, 0.2, 10_000)),
                refusal("dip.minReferenceVolts is 13.0", () -> new Dip(0.9, 0.92, 12.6, 13, 60_000, 0.2, 10_000)),
                refusal("dip.timeConstantMillis is 60", () -> new Dip(0.9, 0.92, 12.6, 6, 60, 0.2, 10_000)),
                refusal("dip.newLevelVolts is 0.0", () -> new Dip(0.9, 0.92, 12.6, 6, 60_000, 0, 10_000)),
                refusal("dip.newLevelMillis is 10", () -> new Dip(0.9, 0.92, 12.6, 6, 60_000, 0.2, 10)),
                refusal("surge.warningVolts is 11.0", () -> new Surge(11, 1000, 16, 5, 0.25)),
                refusal("surge.warningMillis is -1", () -> new Surge(15, -1, 16, 5, 0.25)),
                refusal("surge.severeVolts is 14.0", () -> new Surge(15, 1000, 14, 5, 0.25)),
                refusal("surge.severeMillis is 60001", () -> new Surge(15, 1000, 16, 60_001, 0.25)),
                refusal("surge.hysteresisVolts is -1.0", () -> new Surge(15, 1000, 16, 5, -1)),
                refusal("backup.noLoadVolts is 24.0, must be from 5.0 to 16.0", () -> Backup.of(24)),
                refusal("backup.sagVolts is 0.0", () -> new Backup(12, 0, 0, 5000)),
                refusal("backup.hysteresisVolts is 0.9", () -> new Backup(12, 0.8, 0.9, 5000)),
                refusal("backup.aliveMillis is 5", () -> new Backup(12, 0.8, 0.25, 5)),
                refusal("silence.minMillis is 1", () -> new Silence(1, 3, 5000)),
                refusal("silence.intervals is 1", () -> new Silence(1000, 1, 5000)),
                refusal("silence.recoveryMillis is -1", () -> new Silence(1000, 3, -1)),
                refusal("presence.connectedVolts is 0.0", () -> new Presence(0, 2000, 5, 2000)),
                refusal("presence.connectedMillis is -1", () -> new Presence(8, -1, 5, 2000)),
                refusal("presence.absentVolts is 9.0", () -> new Presence(8, 2000, 9, 2000)),
                refusal("presence.absentMillis is -1", () -> new Presence(8, 2000, 5, -1)),
                refusal("critical.startVolts is 12.5, must be below low.startVolts 12.5",
                        () -> levels(12.5, 5)),
                refusal("interruption.startVolts is 11.5, must be below critical.startVolts 11.5",
                        () -> levels(11.5, 11.5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void valueOutsideItsRange_isRefusedByName(String message, ThrowingCallable creation) {
        assertThatIllegalArgumentException().isThrownBy(creation).withMessageContaining(message);
    }

    private static Arguments refusal(String message, ThrowingCallable creation) {
        return arguments(message, creation);
    }

    private static DetectorConfig levels(double criticalVolts, double interruptionVolts) {
        return DEFAULT.withLevels(DEFAULT.low(), new Threshold("critical", criticalVolts, 13, 100),
                new Threshold("interruption", interruptionVolts, 12, 0), DEFAULT.surge());
    }
}
