package org.terminal30.agent.swaps;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.config.BackupConfig;
import org.terminal30.agent.job.JobSettings;
import org.terminal30.hardware.model.Alternator;
import org.terminal30.hardware.model.Battery;
import org.terminal30.hardware.model.Beginning;
import org.terminal30.hardware.model.Contacts;
import org.terminal30.hardware.model.Electronics;
import org.terminal30.hardware.model.Parts;
import org.terminal30.hardware.model.Radio;
import org.terminal30.hardware.model.Saver;
import org.terminal30.hardware.model.Starter;

/**
 * A car, a saver and a bay by chance. What people say of them is true: the rating is what the saver can give unless it is worn,
 * one that was tested today, with its rating, is not worn, and the load that they enter is within a tenth.
 *
 * @param backup what the bay is told of the saver
 * @param settings what the job is told at its start
 * @param rateHertz of every channel
 * @param noise sigma, in volts or amperes
 */
record SwapCase(long seed, Wiring wiring, Parts parts, Beginning beginning, BackupConfig backup, JobSettings settings,
        double rateHertz, double noise) {
    private static final int HOLD_UP_PERIODS = 3;

    /** The case of a seed. */
    static SwapCase of(long seed, Wiring wiring) {
        Dice dice = new Dice(seed);
        double rate = dice.oneIn(2) ? 860 : dice.scaled(100, 1_000);
        double asleep = dice.scaled(0.02, 0.6);
        Battery battery = battery(dice, 0.35);
        boolean tested = dice.oneIn(3);
        double rating = Math.round(10 * dice.scaled(0.5, 5)) / 10.0;
        boolean worn = !tested && dice.oneIn(8);
        double limit = rating * (worn ? dice.between(0.05, 0.9) : dice.between(1, 1.4));
        double noLoad = dice.oneIn(3) ? 12.0 : dice.between(12.4, 13.8);
        double diodeVolts = dice.oneIn(4) ? 0.7 : 0.35;
        Saver saver = new Saver(noLoad, dice.scaled(0.05, 0.4), limit, dice.oneIn(3) ? 0.3 * limit : limit,
                wiring.diode(), diodeVolts, Math.max(2, dice.between(1.3, 3) * rating),
                dice.of(Saver.Connection.values()), !dice.oneIn(6));
        Electronics electronics = new Electronics(asleep, asleep + dice.between(0.5, 2), dice.between(15, 50),
                dice.scaled(1e-4, 1e-2));
        Contacts contacts = new Contacts(dice.scaled(0.001, 0.01), dice.scaled(0.005, 0.2), dice.scaled(0.01, 0.1),
                dice.between(0, 0.03));
        Radio radio = new Radio(dice.scaled(0.002, 0.02), dice.between(3, 8.5),
                dice.scaled(HOLD_UP_PERIODS / rate, 1), dice.between(0.02, 0.3));
        Parts parts = new Parts(battery, Alternator.TYPICAL, Starter.TYPICAL, electronics, saver, contacts, radio,
                Parts.TYPICAL_LOADS, dice.between(5, 30));
        double told = Math.round(10 * (noLoad + dice.between(-0.1, 0.1))) / 10.0;
        @Nullable
        Double label = dice.oneIn(6) ? null : (Double) rating;
        BackupConfig backup = new BackupConfig(told, BackupConfig.DEFAULT.holdFloorVolts(), label, diodeVolts);
        double drawn = asleep + radio.amperes();
        JobSettings.Load load = dice.oneIn(2)
                ? new JobSettings.Load(drawn * dice.between(0.9, 1.1), "clamp meter")
                : null;
        return new SwapCase(seed, wiring, parts, Beginning.PARKED, backup,
                new JobSettings(backup.saver(), tested ? (Double) rating : null, load, List.of(), null, null), rate,
                dice.scaled(0.001, 0.01));
    }

    /** Whether the head unit lives through the start of a healthy engine: 6 V for the tenth of a second of its rush. */
    boolean radioLivesThroughAStart() {
        return parts.radio().memoryVolts() < 6 || parts.radio().holdUpSeconds() >= 0.1;
    }

    /** @param leastCharge 0 for one that may be flat */
    static Battery battery(Dice dice, double leastCharge) {
        return new Battery(dice.of(Battery.Type.values()), dice.between(leastCharge, 1), dice.between(40, 95),
                dice.scaled(0.004, 0.03), dice.oneIn(3) ? dice.between(0, 0.5) : 0);
    }
}
