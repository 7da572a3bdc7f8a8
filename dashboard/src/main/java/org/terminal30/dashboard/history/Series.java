package org.terminal30.dashboard.history;

import org.terminal30.agent.wire.BayId;
import org.terminal30.hardware.sample.Channel;

/** One channel of one bay. */
public record Series(BayId bay, Channel channel) {}
