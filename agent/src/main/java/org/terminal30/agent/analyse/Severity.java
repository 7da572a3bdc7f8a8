package org.terminal30.agent.analyse;

import java.util.Locale;

import org.terminal30.agent.detect.SupplyEvent;

/** How bad a record is, and so its colour. */
enum Severity {
    /** To be known. */
    NOTE,
    /** Below what is wanted. */
    LOW,
    /** A radio may have lost its memory, or was in danger of it. */
    CRITICAL;

    static Severity of(SupplyEvent event) {
        return switch (event.kind()) {
            case CRANKING, GAP -> NOTE;
            case LOW, DIP, NOT_WATCHING -> LOW;
            case SURGE -> SupplyEvent.SEVERE.equals(event.reason()) ? CRITICAL : LOW;
            case CRITICAL, INTERRUPTION, FEED_LOST, REVERSED, BACKUP_LOST, CHATTERING -> CRITICAL;
        };
    }

    /** As the style sheet of the page has it. */
    String cssName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
