package org.terminal30.dashboard.workshop;

import java.util.Locale;
import java.util.Optional;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Judges a {@link Vin} and says what would be right. */
@Singleton
final class VinRule implements ConstraintValidator<Vin, String> {
    private static final int LENGTH = 17;

    @Override
    public boolean isValid(@Nullable String value, AnnotationValue<Vin> annotation,
            ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        Optional<String> fault = fault(normalised(value));
        fault.ifPresent(context::messageTemplate);
        return fault.isEmpty();
    }

    /** As it is stored: capitals, without spaces and dashes. */
    static String normalised(String vin) {
        return vin.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** What is wrong with a normalised number, for the person who typed it. */
    static Optional<String> fault(String vin) {
        if (vin.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < vin.length(); i++) {
            char c = vin.charAt(i);
            if (c == 'I' || c == 'O' || c == 'Q') {
                return Optional.of(("has the letter %c at place %d: a VIN never has I, O or Q, because they look like "
                        + "1 and 0; it is probably a %c").formatted(c, i + 1, c == 'I' ? '1' : '0'));
            }
            if (!(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9')) {
                return Optional.of("has \"%c\" at place %d: only A to Z and 0 to 9 are allowed".formatted(c, i + 1));
            }
        }
        return vin.length() == LENGTH
                ? Optional.empty()
                : Optional.of("must have 17 characters, has %d".formatted(vin.length()));
    }
}
