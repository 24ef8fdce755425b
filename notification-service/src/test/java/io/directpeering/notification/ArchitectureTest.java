package io.directpeering.notification;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.directpeering.notification", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MESSAGES_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("..notification.message")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..notification.mail",
                    "..notification.delivery",
                    "io.directpeering.outcomes",
                    "..notification.recipient",
                    "jakarta..",
                    "org.hibernate..",
                    "io.quarkus..")
            .because("what a transition says must be decided alike in a test, in a rebuild and in service; "
                    + "move what needs a database or words to delivery or mail");

    @ArchTest
    static final ArchRule WORDS_KNOW_NO_ROWS = noClasses()
            .that()
            .resideInAnyPackage("..notification.mail", "..notification.recipient")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..notification.delivery", "io.directpeering.outcomes")
            .because("a further channel must be able to stand beside mail; hand it what it needs as a record");

    @ArchTest
    static final ArchRule NO_CLOCK_BUT_THE_INJECTED_ONE = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .because("time comes in at SystemTime; inject java.time.Clock");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.directpeering.notification.(*)..")
            .should()
            .beFreeOfCycles()
            .because("the packages follow a transition's way; hand on a record instead of calling back");
}
