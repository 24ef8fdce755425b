package io.directpeering.letters;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.directpeering.letters", importOptions = DoNotIncludeTests.class)
class PurityTest {

    @ArchTest
    static final ArchRule aLetterIsAFunctionOfWhatItSays = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.random..", "java.net..", "java.nio.file..", "java.security..")
            .because("two services make the same letter: what it depends on belongs into its input");

    @ArchTest
    static final ArchRule lettersKnowNoContract = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.directpeering.events..", "io.directpeering.schemas..", "jakarta..")
            .because("whoever has the contract's records translates them");
}
