package org.terminal30.dashboard.workshop;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;

/** A day of the past as well as it is known: {@code 2019}, {@code 2019-05} or {@code 2019-05-17}. Absent or empty is fine. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Constraint(validatedBy = KnownDayRule.class)
public @interface KnownDay {
    /** What is said when the rule has nothing more exact to say. */
    String message() default "is not a day";
}
