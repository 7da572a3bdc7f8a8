package org.terminal30.agent.job.swap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.terminal30.agent.job.JobSettings;
import org.terminal30.agent.job.Progress;
import org.terminal30.agent.job.ProgressBook;
import org.terminal30.agent.job.SaverProfile;
import org.terminal30.agent.job.Step;
import org.terminal30.agent.job.Step.How;

/** The steps of a swap in the trade's order; what the head unit wants comes between the first and the second. */
final class SwapSteps {
    static final String CODE_KNOWN = "code-known";
    /** Whatever the head unit: a radio in standby locks less often. */
    static final String RADIO_STANDBY = "radio-standby";
    static final String WITNESS_LAMP = "witness-lamp";
    static final String QUIESCENT_LOAD = "quiescent-load";
    static final String BACKUP_CONNECTED = "backup-connected";
    static final String DISCONNECT = "disconnect";
    static final String BATTERY_OUT = "battery-out";
    static final String NEW_BATTERY = "new-battery";
    static final String BATTERY_IN = "battery-in";
    static final String REMOVE = "remove";
    static final String HEADLIGHTS = "headlights";
    static final String BACKUP_OFF = "backup-off";
    static final String ENGINE_START = "engine-start";
    static final String CHARGING = "charging";
    /** The last one: while the memory hangs on the saver nobody types. */
    static final String BATTERY_TYPE = "battery-type";

    private SwapSteps() {
    }

    /** Nothing has been done yet. */
    static Progress begin(JobSettings settings, SaverProfile saver) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.waiting(CODE_KNOWN, How.TAPPED).saying(settings.codePlace()));
        steps.addAll(standby(settings.standby()));
        steps.add(Step.waiting(WITNESS_LAMP, How.TAPPED));
        steps.add(Step.waiting(QUIESCENT_LOAD, How.MEASURED));
        steps.add(Step.waiting(BACKUP_CONNECTED, How.MEASURED).saying(saver.inWords()));
        steps.add(Step.waiting(DISCONNECT, How.MEASURED));
        steps.add(Step.waiting(BATTERY_OUT, How.MEASURED));
        steps.add(Step.waiting(NEW_BATTERY, How.ENTERED));
        steps.add(Step.waiting(BATTERY_IN, How.MEASURED));
        steps.add(Step.waiting(HEADLIGHTS, How.TAPPED));
        steps.add(Step.waiting(REMOVE, How.MEASURED));
        steps.add(Step.waiting(BACKUP_OFF, How.MEASURED));
        steps.add(Step.waiting(ENGINE_START, How.MEASURED));
        steps.add(Step.waiting(CHARGING, How.MEASURED));
        steps.add(Step.waiting(BATTERY_TYPE, How.ENTERED));
        return new Progress(steps, List.of(), Map.of(), SwapVerdicts.DISCONNECT);
    }

    private static List<Step> standby(List<String> sentences) {
        if (sentences.isEmpty()) {
            return List.of(Step.waiting(RADIO_STANDBY, How.TAPPED));
        }
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> Step.waiting("standby-" + (i + 1), How.TAPPED).saying(sentences.get(i))).toList();
    }

    /** Where a swap stands whose steps have come so far. */
    static SwapStage stage(ProgressBook book) {
        if (book.isOver(BACKUP_OFF)) {
            return SwapStage.AFTER;
        }
        if (book.isOver(BATTERY_IN)) {
            return SwapStage.FITTED;
        }
        return book.isOver(BATTERY_OUT) ? SwapStage.LIFTED : SwapStage.PREPARING;
    }
}
