package org.terminal30.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test runs only where these programs of Debian are installed. Elsewhere it is skipped, which the end of the build
 * lists together with what to install; with {@code TERMINAL30_REQUIRE_PROGRAMS=true} in the environment it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsProgramCondition.class)
public @interface NeedsProgram {
    /** Names of the programs as typed in a shell; {@link DebianProgram} must know them. */
    String[] value();
}
