package io.directpeering.provisioning;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.directpeering.provisioning", importOptions = DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule routersAreMetAtTheirPort = noClasses()
            .that()
            .resideOutsideOfPackages("..router.simulated..", "..router.bird..", "..router.frr..", "..router.host..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..router.simulated..", "..router.bird..", "..router.frr..", "..router.host..")
            .because("a driver is one of several: use the port in ..router.., and give it what it lacks");

    @ArchTest
    static final ArchRule driversDoNotKnowEachOther = slices().matching("..provisioning.router.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("..router.host.."))
            .because("what two of them need goes to ..router.host..");

    @ArchTest
    static final ArchRule thePortKnowsNoContract = noClasses()
            .that()
            .resideInAPackage("..provisioning.router")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.directpeering.events..", "org.apache..", "jakarta.persistence..")
            .because("drivers outlive event schemas: translate in ..session.. and ..monitoring..");

    @ArchTest
    static final ArchRule stateMachinesAreGivenTheirTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.directpeering.provisioning.SystemClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .because("a test cannot wait for days: inject InstantSource");

    @ArchTest
    static final ArchRule packagesDoNotGoInCircles =
            slices().matching("io.directpeering.provisioning.(*)..").should().beFreeOfCycles();
}
