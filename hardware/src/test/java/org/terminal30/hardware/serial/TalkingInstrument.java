package org.terminal30.hardware.serial;

/** The other end of a dialogue. */
public interface TalkingInstrument {
    /** What it says next, having heard this, which may be nothing or a piece of a command. */
    byte[] answer(String heard);
}
