package org.terminal30.agent.bay;

import org.jspecify.annotations.Nullable;

import org.terminal30.agent.detect.Detector;
import org.terminal30.agent.detect.Duty;

/** Tells the detection what the bay tells it. The detection comes after the bay, because it tells the bay what it finds. */
abstract class DetectionOutput implements Bay.BayOutput {
    private @Nullable Detector detector;

    final void tells(Detector listening) {
        detector = listening;
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
