package org.terminal30.agent.calibrate;

import java.util.ArrayList;
import java.util.List;

import org.terminal30.hardware.calibration.Calibration;
import org.terminal30.hardware.calibration.CalibrationRecord;
import org.terminal30.hardware.calibration.CalibrationRecord.Point;

/** A calibration in words. */
public record CalibrationText(CalibrationRecord record) {
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String unit = SteadyMeter.unit(record.channel());
        Calibration line = record.line();
        lines.add("Result for %s:".formatted(record.channel().wireName()));
        for (Point point : List.of(record.low(), record.high())) {
            lines.add("  at %.3f %s the bay read %.3f, wrong by %+.0f m%s".formatted(point.reference(), unit,
                    point.reading(), (point.reading() - point.reference()) * 1000, unit));
        }
        lines.add("  correction: × %.5f %+.4f %s".formatted(line.gain(), line.offset(), unit));
        Double residual = record.residual();
        Point check = record.check();
        if (residual != null && check != null) {
            lines.add("  at the check point of %.3f %s it would be wrong by %+.1f m%s%s".formatted(check.reference(),
                    unit,
                    residual * 1000, unit, Math.abs(residual) > Plausibility.MOST_RESIDUAL
                            ? ": more than the %.0f m%s of a good one. Was one of the three typed wrong?".formatted(
                                    Plausibility.MOST_RESIDUAL * 1000, unit)
                            : ""));
        }
        return lines;
    }
}
