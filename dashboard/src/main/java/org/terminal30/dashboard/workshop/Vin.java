package org.terminal30.dashboard.workshop;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;

/** A vehicle identification number after ISO 3779: 17 of A-Z and 0-9 without I, O and Q. Absent or empty is fine. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Constraint(validatedBy = VinRule.class)
public @interface Vin {
    /** What is said when the rule has nothing more exact to say. */
    String message() default "is not a vehicle identification number";
}
