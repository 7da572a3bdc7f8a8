package org.terminal30.agent.devices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.calibration.CalibrationHistory;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.sample.ChannelInfo;

/** How far the channels of a bay can be trusted today. */
public final class CalibrationCheck {
    private CalibrationCheck() {
    }

    /** One for each channel, in the form of a found device. */
    public static List<Device> of(List<ChannelInfo> channels, CalibrationHistory history, LocalDate today) {
        List<Device> devices = new ArrayList<>();
        for (ChannelInfo info : channels) {
            String note = history.of(info.channel(), info.device()).map(record -> note(record, today))
                    .or(() -> history.ofAnotherDevice(info.channel(), info.device())
                            .map(foreign -> "not calibrated: the record of %s is of %s".formatted(foreign.date(),
                                    foreign.device())))
                    .orElse("not calibrated");
            devices.add(new Device(info.device(), "channel " + info.channel().wireName(), null, note, null));
        }
        return devices;
    }

    private static String note(CalibrationRecord record, LocalDate today) {
        String done = "calibrated on %s by %s".formatted(record.date(), record.who());
        return record.isDue(today) ? done + ", more than a year ago: calibrate it again" : done;
    }
}
