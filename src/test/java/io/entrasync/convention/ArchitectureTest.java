package io.entrasync.convention;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.apache.camel.Processor;
import org.junit.jupiter.api.Test;

/** Which part of the product may know which. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.entrasync");

    private static final String[] PURE = {
        "io.entrasync.model..",
        "io.entrasync.account..",
        "io.entrasync.explain..",
        "io.entrasync.export..",
        "io.entrasync.mail..",
        "io.entrasync.summary..",
        "io.entrasync.graph..",
        "io.entrasync.scope..",
        "io.entrasync.plan..",
        "io.entrasync.apply..",
        "io.entrasync.connection..",
        "io.entrasync.settings.."
    };

    @Test
    void decisionsKnowNoFramework() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.camel..", "org.springframework..", "org.osgi..", "java.sql..", "javax.sql..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheBootSideKnowsSpring() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.entrasync.runtime.spring..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        // hashes passwords in both runtimes and needs nothing else of Spring
                        .and(not(resideInAPackage("org.springframework.security.crypto.."))))
                .check(PRODUCT);
    }

    @Test
    void onlyTheKarafSideKnowsOsgi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.entrasync.runtime.karaf..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.osgi..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.entrasync.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .check(PRODUCT);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.entrasync.(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
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
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void routesAreNotHiddenInProcessors() {
        noClasses().should().implement(Processor.class).allowEmptyShould(true).check(PRODUCT);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(PRODUCT);
    }
}
