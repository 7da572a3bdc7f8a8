package org.terminal30.agent.detect;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.terminal30.hardware.sample.Channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What tells a converter that repeats itself, or a lead that hangs in the air, from a car (rules B2 and B3). */
class ConverterEvidenceTest {
    private static double flicker(double volts, double t) {
        return volts + 0.00075 * (Math.round(t * 860) % 2);
    }

    /** Both channels in turn, as one chip delivers them: the first stands still from 20 s on. */
    private static Playback oneChip(boolean flickersBefore, double backupMovesTo) {
        Playback playback = Playback.onOneChip(Channel.ONBOARD, Channel.BACKUP);
        for (int second = 0; second < 40; second++) {
            playback.play(Channel.ONBOARD, second, second + 1, 64,
                    t -> t < 20 && flickersBefore ? flicker(12.65, t) : 12.65);
            playback.play(Channel.BACKUP, second, second + 1, 64, t -> flicker(t < 25 ? 13.2 : backupMovesTo, t));
        }
        return playback.finish();
    }

    @Test
    void valueThatRepeatsWhileTheOtherMoves_isNotWatching() {
        SupplyEvent found = oneChip(true, 13.1).only(EventKind.NOT_WATCHING);
        assertThat(found.channel()).isEqualTo(Channel.ONBOARD);
        assertThat(found.startNanos() / 1e9).isCloseTo(20, within(0.1));
        assertThat(found.reason()).contains("repeats 12.650 V").contains("backup");
    }

    @Test
    void samenessAlone_isNeverStuck() {
        assertThat(oneChip(true, 13.2).records(EventKind.NOT_WATCHING)).isEmpty();
    }

    @Test
    void batteryThatNeverFlickered_isNotStuckWhenTheBackupIsSwitchedOn() {
        assertThat(oneChip(false, 12.9).records(EventKind.NOT_WATCHING)).isEmpty();
    }

    @ParameterizedTest(name = "{0} V with a pull-up: {2}")
    @CsvSource({"0.54, true, lead-off", "0.36, true, lead-off", "0.02, true,", "0.8, true,", "0.54, false,"})
    void openLead_isNamedWhereThereIsAPullUp(double volts, boolean pulledUp, String reason) {
        DetectorConfig config = DetectorConfig.DEFAULT.withPullUp(pulledUp);
        Playback playback = new Playback(config, 860, Channel.ONBOARD).play(0, 8, t -> t < 4 ? 12.65 : volts)
                .finish();
        assertThat(playback.only(EventKind.INTERRUPTION).reason()).isEqualTo(reason);
    }

    @Test
    void networkThatDecaysThroughTheOpenLeadsVoltage_isDeadInTheEnd() {
        DetectorConfig config = DetectorConfig.DEFAULT.withPullUp(true);
        Playback playback = new Playback(config, 860, Channel.ONBOARD)
                .play(0, 14, t -> t < 4 ? 12.65 : 3 * Math.exp(4 - t)).finish();
        assertThat(playback.told().stream().map(SupplyEvent::reason)).contains(SupplyEvent.LEAD_OFF);
        assertThat(playback.only(EventKind.INTERRUPTION).reason()).isNull();
    }

    @Test
    void lostFeed_saysThatTheLeadIsOff() {
        DetectorConfig config = DetectorConfig.DEFAULT.withPullUp(true);
        Playback playback = new Playback(config, 860, Channel.ONBOARD);
        playback.detector().duty(Duty.ARMED);
        playback.play(0, 8, t -> t < 4 ? 12.65 : 0.54).finish();
        assertThat(List.of(playback.only(EventKind.FEED_LOST), playback.only(EventKind.INTERRUPTION)))
                .extracting(SupplyEvent::reason).containsOnly(SupplyEvent.LEAD_OFF);
    }
}
