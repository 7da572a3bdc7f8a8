package org.terminal30;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The shape of the code, over all three modules. */
@AnalyzeClasses(packages = "org.terminal30", importOptions = {ImportOption.DoNotIncludeTests.class,
        ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    private static final DescribedPredicate<JavaClass> COMMAND_LINE = nameMatching(".*\\.(Main|\\w+Command)(\\$.*)?")
            .forSubtype();
    private static final DescribedPredicate<JavaClass> MAKES_CLOCKS = nameMatching(
            ".*\\.Main(\\$.*)?|org\\.terminal30\\.dashboard\\.Clocks").forSubtype();
    private static final Set<String> MONOTONIC_AND_WALL = Set.of("nanoTime", "currentTimeMillis");
    private static final Set<String> DATED = Set.of(Instant.class.getName(), LocalDate.class.getName(),
            LocalDateTime.class.getName(), OffsetDateTime.class.getName(), ZonedDateTime.class.getName());

    @ArchTest
    static final ArchRule hardwareKnowsNoOtherModule = noClasses().that().resideInAPackage("org.terminal30.hardware..")
            .should().dependOnClassesThat().resideInAnyPackage("org.terminal30.agent..", "org.terminal30.dashboard..");

    @ArchTest
    static final ArchRule agentKnowsNoDashboard = noClasses().that().resideInAPackage("org.terminal30.agent..")
            .should().dependOnClassesThat().resideInAPackage("org.terminal30.dashboard..");

    @ArchTest
    static final ArchRule slicesHaveNoCycles = slices().matching("org.terminal30.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule slicesDoNotKnowTheWiringAboveThem = noClasses()
            .that().resideInAnyPackage("org.terminal30.*.*..")
            .should().dependOnClassesThat().resideInAnyPackage("org.terminal30.agent", "org.terminal30.dashboard");

    @ArchTest
    static final ArchRule sampleKnowsOnlyTheJdk = classes().that().resideInAPackage("org.terminal30.hardware.sample")
            .should().onlyDependOnClassesThat(pure("org.terminal30.hardware.sample"));

    @ArchTest
    static final ArchRule calibrationKnowsOnlySamples = classes()
            .that().resideInAPackage("org.terminal30.hardware.calibration")
            .should().onlyDependOnClassesThat(
                    pure("org.terminal30.hardware.sample", "org.terminal30.hardware.calibration"));

    @ArchTest
    static final ArchRule modelKnowsOnlySamples = classes().that().resideInAPackage("org.terminal30.hardware.model")
            .should().onlyDependOnClassesThat(pure("org.terminal30.hardware.sample", "org.terminal30.hardware.model"));

    /** What really happened in a simulated car stays with whoever simulates it. */
    @ArchTest
    static final ArchRule whoJudgesNeverSeesTheTruth = noClasses()
            .that().resideInAnyPackage("org.terminal30.agent.detect..", "org.terminal30.agent.battery..",
                    "org.terminal30.agent.job..", "org.terminal30.agent.alarm..", "org.terminal30.agent.bay..",
                    "org.terminal30.dashboard.diagnosis..")
            .should().dependOnClassesThat().resideInAPackage("org.terminal30.hardware.model..");

    @ArchTest
    static final ArchRule detectionKnowsOnlySamples = classes().that().resideInAPackage("org.terminal30.agent.detect..")
            .should().onlyDependOnClassesThat(pure("org.terminal30.hardware.sample", "org.terminal30.agent.detect.."));

    @ArchTest
    static final ArchRule batteryKnowsOnlyWhatWasDetected = classes()
            .that().resideInAPackage("org.terminal30.agent.battery")
            .should().onlyDependOnClassesThat(pure("org.terminal30.hardware.sample", "org.terminal30.agent.detect..",
                    "org.terminal30.agent.battery", "org.hipparchus.transform"));

    @ArchTest
    static final ArchRule jobsKnowOnlyWhatWasDetectedAndJudged = classes().that()
            .resideInAPackage("org.terminal30.agent.job..")
            .should().onlyDependOnClassesThat(pure("org.terminal30.hardware.sample", "org.terminal30.agent.detect..",
                    "org.terminal30.agent.battery", "org.terminal30.agent.job.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule alarmsKnowOnlyJobsAndWhatWasDetected = classes()
            .that().resideInAPackage("org.terminal30.agent.alarm..")
            .should().onlyDependOnClassesThat(pure("org.terminal30.hardware.sample", "org.terminal30.agent.detect..",
                    "org.terminal30.agent.job..", "org.terminal30.agent.alarm.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule diagnosisKnowsOnlyFindings = classes()
            .that().resideInAPackage("org.terminal30.dashboard.diagnosis")
            .should().onlyDependOnClassesThat(
                    pure("org.terminal30.agent.battery", "org.terminal30.dashboard.diagnosis"));

    @ArchTest
    static final ArchRule pi4jIsAtHomeInItsDrivers = home("com.pi4j..", "org.terminal30.hardware.adc",
            "org.terminal30.hardware.header", "org.terminal30.hardware.signal", "org.terminal30.hardware.simulated");

    @ArchTest
    static final ArchRule jSerialCommIsAtHomeInSerial = home("com.fazecast..", "org.terminal30.hardware.serial");

    @ArchTest
    static final ArchRule influxClientIsAtHomeInItsAdapters = home("com.influxdb..", "org.terminal30.agent.uplink",
            "org.terminal30.dashboard.history.influx");

    @ArchTest
    static final ArchRule picocliIsAtHomeInTheCommandLines = home("picocli..", "org.terminal30.agent",
            "org.terminal30.agent.analyse", "org.terminal30.dashboard");

    @ArchTest
    static final ArchRule hipparchusIsAtHomeInTheSpectrum = noClasses()
            .that().doNotHaveFullyQualifiedName("org.terminal30.agent.battery.Spectrum")
            .should().dependOnClassesThat(resideInAPackage("org.hipparchus.."));

    @ArchTest
    static final ArchRule tomlIsAtHomeWherePeopleWriteFiles = home("com.fasterxml.jackson.dataformat.toml..",
            "org.terminal30.agent.config", "org.terminal30.agent.scenario", "org.terminal30.dashboard.profile");

    @ArchTest
    static final ArchRule micronautIsAtHomeInTheDashboard = home("io.micronaut..", "org.terminal30.dashboard..");

    @ArchTest
    static final ArchRule jdbiIsAtHomeInTheStores = home("org.jdbi..", "org.terminal30.dashboard..");

    @ArchTest
    static final ArchRule password4jIsAtHomeInSecurity = home("com.password4j..", "org.terminal30.dashboard.security");

    @ArchTest
    static final ArchRule onlyTheCommandLinePrints = noClasses().that(not(COMMAND_LINE))
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith("jakarta.inject.Inject")
            .orShould().beAnnotatedWith("io.micronaut.context.annotation.Value")
            .orShould().beAnnotatedWith("io.micronaut.context.annotation.Property");

    @ArchTest
    static final ArchRule clocksAreArguments = noClasses().that(not(MAKES_CLOCKS)).should()
            .accessTargetWhere(readsAClock());

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes().should(liveInANullMarkedPackage());

    /** Java's language, time and collections, the nullness annotations, and these packages. */
    private static DescribedPredicate<JavaClass> pure(String... packages) {
        return resideInAnyPackage("java.lang..", "java.util..", "java.time..", "org.jspecify..", "")
                .and(not(resideInAnyPackage("java.util.concurrent", "java.util.logging..", "java.lang.foreign..")))
                .or(resideInAnyPackage(packages))
                .as("the JDK's language, time and collections, or %s", String.join(", ", packages));
    }

    private static ArchRule home(String library, String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages)
                .should().dependOnClassesThat(resideInAPackage(library)).allowEmptyShould(true);
    }

    /** Method references count as well: {@code System::nanoTime} is handed over by the main classes alone. */
    private static DescribedPredicate<JavaAccess<?>> readsAClock() {
        return DescribedPredicate.describe("reads a clock", access -> {
            JavaClass owner = access.getTargetOwner();
            String name = access.getTarget().getName();
            if (owner.isEquivalentTo(System.class)) {
                return MONOTONIC_AND_WALL.contains(name);
            }
            if (owner.isEquivalentTo(Clock.class)) {
                return name.startsWith("system");
            }
            // now(Clock) is what an injected clock is for.
            return DATED.contains(owner.getName()) && name.equals("now")
                    && !access.getTarget().getFullName().contains(Clock.class.getName());
        });
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is @NullMarked in its package-info") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked,
                        "%s: package-info.java of %s has no @NullMarked".formatted(item.getName(),
                                item.getPackageName())));
            }
        };
    }

    /** The modules see each other's tests as jars of their own. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }
}
