package org.terminal30.agent.bay;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.Duty;
import org.terminal30.agent.detect.SaverLimits;
import org.terminal30.agent.job.SaverProfile;

/** Tells the detection what the bay tells it. The detection comes after the bay, because it tells the bay what it finds. */
abstract class DetectionOutput implements Bay.BayOutput {
    private final SaverLimits own;
    private @Nullable Detector detector;

    /** @param own of the bay's own saver */
    DetectionOutput(SaverProfile own) {
        this.own = limits(own);
    }

    final void tells(Detector listening) {
        detector = listening;
    }

    @Override
    public final void saver(@Nullable SaverProfile saver) {
        if (detector != null) {
            detector.saver(saver == null ? own : limits(saver));
        }
    }

    private static SaverLimits limits(SaverProfile saver) {
        return new SaverLimits(saver.minimumVolts(), saver.holdFloorVolts());
    }

    @Override
    public final void duty(Duty duty) {
        if (detector != null) {
            detector.duty(duty);
        }
    }

    @Override
    public final void lifted(long sinceNanos) {
        if (detector != null) {
            detector.lifted(sinceNanos);
        }
    }
}
