package org.terminal30.dashboard;

import java.time.Clock;
import java.time.ZoneId;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

import org.terminal30.hardware.sample.NanoClock;

/** The only places where the dashboard reads the time; everything else is given a clock. */
@Factory
final class Clocks {
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The workshop is where its server is. */
    @Singleton
    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    @Singleton
    NanoClock nanoClock() {
        return System::nanoTime;
    }
}
