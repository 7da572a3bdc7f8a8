package org.terminal30.hardware.calibration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.terminal30.hardware.sample.Channel;

/**
 * Every calibration that was ever made of a bay, in the order in which they were written. Of a channel and a device the one of
 * the latest date counts, of two on one day the one written last.
 */
public record CalibrationHistory(List<CalibrationRecord> records) {
    /** Nothing was ever compared. */
    public static final CalibrationHistory NONE = new CalibrationHistory(List.of());

    public CalibrationHistory {
        records = List.copyOf(records);
    }

    /** The record that counts. */
    public Optional<CalibrationRecord> of(Channel channel, String device) {
        return latest(records.stream()
                .filter(record -> record.channel() == channel && record.device().equals(device)).toList());
    }

    /**
     * The latest record of the channel when none is of this device: what was measured with another front-end says nothing about
     * this one.
     */
    public Optional<CalibrationRecord> ofAnotherDevice(Channel channel, String device) {
        return of(channel, device).isPresent()
                ? Optional.empty()
                : latest(records.stream().filter(record -> record.channel() == channel).toList());
    }

    private static Optional<CalibrationRecord> latest(List<CalibrationRecord> inOrder) {
        // Sorting is stable: the last of the latest day is the one written last.
        return inOrder.stream().sorted(Comparator.comparing(CalibrationRecord::date)).reduce((first, second) -> second);
    }
}
