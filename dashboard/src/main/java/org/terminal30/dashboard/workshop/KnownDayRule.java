package org.terminal30.dashboard.workshop;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import io.micronaut.validation.validator.constraints.ConstraintValidatorContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Judges a {@link KnownDay} and says what would be right. */
@Singleton
final class KnownDayRule implements ConstraintValidator<KnownDay, String> {
    private static final Pattern FORM = Pattern.compile("((?:19|20)\\d\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    private final Clock clock;

    KnownDayRule(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean isValid(@Nullable String value, AnnotationValue<KnownDay> annotation,
            ConstraintValidatorContext context) {
        if (value == null || value.isBlank()) {
            return true;
        }
        // A browser east of the server is already in tomorrow.
        Optional<String> fault = fault(value.strip(), LocalDate.now(clock).plusDays(1));
        fault.ifPresent(context::messageTemplate);
        return fault.isEmpty();
    }

    /** What is wrong with a day, for the person who typed it. */
    static Optional<String> fault(String text, LocalDate latest) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.of("is \"%s\", must be like 2019, 2019-05 or 2019-05-17".formatted(text));
        }
        try {
            LocalDate first = LocalDate.of(Integer.parseInt(parts.group(1)), number(parts.group(2)), number(parts.group(
                    3)));
            return first.isAfter(latest)
                    ? Optional.of("is %s, must not be in the future".formatted(text))
                    : Optional
                            .empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.of("is %s, which no calendar has".formatted(text));
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
