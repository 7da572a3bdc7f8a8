package org.terminal30.agent.swaps;

/** How far the technician has come, as far as mishaps go by it. */
enum Moment {
    BEGUN,
    SAVER_ON,
    LIFTED,
    FITTED,
    SAVER_OFF
}
