package org.terminal30.agent.swaps;

import java.util.List;
import java.util.stream.Stream;

import org.terminal30.hardware.model.Saver;
import org.terminal30.hardware.sample.Channel;

/** What a bay measures: how workshops wire one. */
enum Wiring {
    BOX("the box", "onboard backup backup_lead backup_current"),
    BOX_AND_CLAMP_METER("the box, clamp meter at the battery",
            "onboard backup backup_lead backup_current battery_current"),
    BOX_AND_RADIO("the box, lead at the radio", "onboard backup backup_lead backup_current radio"),
    EVERYTHING("everything", "onboard backup backup_lead backup_current battery battery_current radio"),
    SOURCE_SIDE("car and saver's source side", "onboard backup"),
    LEAD("car and saver's lead, diode inside", "onboard backup_lead"),
    CAR("the car alone", "onboard");

    private final String description;
    private final String wireNames;

    Wiring(String description, String wireNames) {
        this.description = description;
        this.wireNames = wireNames;
    }

    String description() {
        return description;
    }

    List<Channel> channels() {
        return Stream.of(wireNames.split(" ", -1)).map(name -> Channel.ofWireName(name).orElseThrow()).toList();
    }

    boolean measures(Channel channel) {
        return channels().contains(channel);
    }

    /** Where the diode of its savers is. */
    Saver.Diode diode() {
        return this == LEAD ? Saver.Diode.INSIDE : Saver.Diode.BOX;
    }
}
