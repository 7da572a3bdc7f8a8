package org.terminal30.agent.swaps;

import java.util.List;

import org.terminal30.hardware.model.Action;
import org.terminal30.hardware.model.CarModel;
import org.terminal30.hardware.model.Contact;
import org.terminal30.hardware.sample.Channel;

/** What would have happened in the model, had one clamp come off at a time and nothing else been done: what no bay can know. */
final class Counterfactual {
    private static final long WATCHED_NANOS = 30_000_000_000L;

    private Counterfactual() {
    }

    static CarModel car(SwapCase swapCase) {
        return new CarModel(swapCase.parts(), swapCase.beginning(), List.of(), swapCase.seed());
    }

    /** What the car drew at a time. */
    static double drawnAmperes(SwapCase swapCase, List<Workshop.Done> done, long atNanos) {
        CarModel model = until(swapCase, done, atNanos);
        return model.value(Channel.BATTERY_CURRENT) + model.value(Channel.BACKUP_CURRENT);
    }

    private static CarModel until(SwapCase swapCase, List<Workshop.Done> done, long atNanos) {
        CarModel model = car(swapCase);
        for (Workshop.Done action : done) {
            if (action.nanos() < atNanos) {
                model.advance(action.nanos());
                model.happen(action.action());
            }
        }
        model.advance(atNanos);
        return model;
    }

    /** Whether no break of the radio's feed begins when this contact is lost. */
    static boolean holdsWithout(Contact contact, SwapCase swapCase, List<Workshop.Done> done, long atNanos) {
        CarModel model = until(swapCase, done, atNanos);
        model.happen(new Action.Disconnect(contact));
        model.advance(atNanos + WATCHED_NANOS);
        return model.truth().breaks().stream()
                .noneMatch(broken -> broken.startSeconds() * 1e9 >= atNanos);
    }
}
