package org.terminal30.agent.bay;

import java.util.Map;

import org.terminal30.agent.config.BayConfig;
import org.terminal30.agent.config.Threshold;
import org.terminal30.agent.detect.DetectorConfig;

/** The limits of a bay: those of the rules, with what its configuration says otherwise. */
final class Limits {
    private Limits() {
    }

    static DetectorConfig of(BayConfig config) {
        DetectorConfig rules = DetectorConfig.DEFAULT;
        Map<Threshold, Double> own = config.thresholds();
        return rules
                .withLevels(threshold(rules.low(), own, Threshold.LOW_VOLTS, Threshold.LOW_END_VOLTS),
                        threshold(rules.critical(), own, Threshold.CRITICAL_VOLTS, Threshold.CRITICAL_END_VOLTS),
                        threshold(rules.interruption(), own, Threshold.INTERRUPTION_VOLTS,
                                Threshold.INTERRUPTION_END_VOLTS),
                        surge(rules.surge(), own))
                .withBackup(DetectorConfig.Backup.of(config.backup().noLoadVolts()))
                .withHoldFloor(config.backup().holdFloorVolts())
                .withPullUp(config.pulledUp());
    }

    private static DetectorConfig.Threshold threshold(DetectorConfig.Threshold rule, Map<Threshold, Double> own,
            Threshold start, Threshold end) {
        return new DetectorConfig.Threshold(rule.key(), own.getOrDefault(start, rule.startVolts()),
                own.getOrDefault(end, rule.endVolts()), rule.delayMillis());
    }

    private static DetectorConfig.Surge surge(DetectorConfig.Surge rule, Map<Threshold, Double> own) {
        return new DetectorConfig.Surge(own.getOrDefault(Threshold.SURGE_WARNING_VOLTS, rule.warningVolts()),
                rule.warningMillis(), own.getOrDefault(Threshold.SURGE_SEVERE_VOLTS, rule.severeVolts()),
                rule.severeMillis(), rule.hysteresisVolts());
    }
}
