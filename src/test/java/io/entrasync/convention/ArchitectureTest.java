package io.entrasync.convention;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.apache.camel.Processor;

/** Which part of the product may know which. */
@AnalyzeClasses(packages = "io.entrasync", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "io.entrasync.model..",
        "io.entrasync.graph..",
        "io.entrasync.scope..",
        "io.entrasync.plan..",
        "io.entrasync.apply..",
        "io.entrasync.connection..",
        "io.entrasync.settings.."
    };

    @ArchTest
    static final ArchRule decisionsKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..", "org.springframework..", "org.osgi..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule onlyTheBootSideKnowsSpring = noClasses()
            .that()
            .resideOutsideOfPackage("io.entrasync.runtime.spring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..");

    @ArchTest
    static final ArchRule onlyTheKarafSideKnowsOsgi = noClasses()
            .that()
            .resideOutsideOfPackage("io.entrasync.runtime.karaf..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.osgi..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("io.entrasync.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("io.entrasync.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule routesAreNotHiddenInProcessors =
            noClasses().should().implement(Processor.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatAClassIsFor =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)");
}
