package io.directpeering.request.topology;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// What keeps the judge able to move out of this service whole, and its rules free of everything but themselves.
@AnalyzeClasses(packages = "io.directpeering.request", importOptions = ImportOption.DoNotIncludeTests.class)
class JudgeArchitectureTest {

    private static final String SERVICE = "io.directpeering.request";
    private static final String LIFECYCLE = SERVICE + ".lifecycle..";
    private static final String TOPOLOGY = SERVICE + ".topology..";
    private static final String QUERY = SERVICE + ".query..";

    @ArchTest
    static final ArchRule lifecycleKnowsNothingElse = noClasses()
            .that()
            .resideInAPackage(LIFECYCLE)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(LIFECYCLE, "java..", "org.jspecify..")
            .because("the life cycle is a pure function of the log; to use something of Kafka, Avro or Quarkus there, "
                    + "do it in topology (FactCodec, SnapshotReader, SnapshotWriter) and hand the life cycle a record "
                    + "of its own");

    @ArchTest
    static final ArchRule lifecycleHasNoClockAndNoChance = noClasses()
            .that()
            .resideInAPackage(LIFECYCLE)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.time.Clock.class, java.util.Random.class)
            .because("a replay of the log must come to the same outcome; time enters with the fact's metadata "
                    + "(Metadata.loggedAt), ids with the facts");

    @ArchTest
    static final ArchRule judgeKnowsNoFrontDoor = noClasses()
            .that()
            .resideInAnyPackage(LIFECYCLE, TOPOLOGY, QUERY)
            .should()
            .dependOnClassesThat(describe(
                    "are the rest of request-service", it -> it.getPackageName().startsWith(SERVICE) && !isJudge(it)))
            .because("lifecycle, topology and query may become a service of their own; turn the call around (the "
                    + "front door asks query, or is told through an interface that stands in query or topology)");

    @ArchTest
    static final ArchRule topologyKnowsNoQueries = noClasses()
            .that()
            .resideInAPackage(TOPOLOGY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(QUERY)
            .because("queries read the judge's stores, not the other way round; tell them something through "
                    + "DecisionListener");

    private static boolean isJudge(JavaClass it) {
        return it.getPackageName().matches("io\\.directpeering\\.request\\.(lifecycle|topology|query)(\\..*)?");
    }
}
