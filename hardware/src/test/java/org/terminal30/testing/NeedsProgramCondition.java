package org.terminal30.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides about {@link NeedsProgram} and notes what was skipped. */
final class NeedsProgramCondition implements ExecutionCondition {
    /** System property with the file that collects what was skipped in this build; set by the build. */
    static final String SKIPPED_FILE_PROPERTY = "terminal30.skippedForMissingPrograms";

    private final Predicate<DebianProgram> isInstalled;
    private final boolean required;
    private final @Nullable Path skippedFile;

    /** Made by JUnit. */
    NeedsProgramCondition() {
        this(program -> program.find().isPresent(),
                Boolean.parseBoolean(System.getenv("TERMINAL30_REQUIRE_PROGRAMS")),
                Optional.ofNullable(System.getProperty(SKIPPED_FILE_PROPERTY)).map(Path::of).orElse(null));
    }

    NeedsProgramCondition(Predicate<DebianProgram> isInstalled, boolean required, @Nullable Path skippedFile) {
        this.isInstalled = isInstalled;
        this.required = required;
        this.skippedFile = skippedFile;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsProgram.class)
                .map(needs -> decide(nameOf(context), needs.value()))
                .orElseGet(() -> ConditionEvaluationResult.enabled("needs no program"));
    }

    ConditionEvaluationResult decide(String test, String... commands) {
        List<DebianProgram> missing = Arrays.stream(commands).map(DebianProgram::ofCommand)
                .filter(isInstalled.negate()).toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("has " + String.join(", ", commands));
        }
        String reason = missing.stream().map(DebianProgram::missing).collect(Collectors.joining("; "));
        if (required) {
            throw new IllegalStateException("%s cannot run, %s".formatted(test, reason));
        }
        note("%s: %s".formatted(test, reason));
        return ConditionEvaluationResult.disabled(reason);
    }

    private void note(String line) {
        if (skippedFile == null) {
            return;
        }
        try {
            Files.createDirectories(skippedFile.toAbsolutePath().getParent());
            Files.writeString(skippedFile, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a skipped test in " + skippedFile, e);
        }
    }

    private static String nameOf(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
    }
}
