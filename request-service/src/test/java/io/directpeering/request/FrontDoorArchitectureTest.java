package io.directpeering.request;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.directpeering.request", importOptions = DoNotIncludeTests.class)
class FrontDoorArchitectureTest {

    private static final String[] FRONT_DOOR = {
        "io.directpeering.request.asn..",
        "io.directpeering.request.catalogue..",
        "io.directpeering.request.live..",
        "io.directpeering.request.outbox..",
        "io.directpeering.request.peering.."
    };

    @ArchTest
    static final ArchRule asksTheJudgeOnlyThroughItsQueries = noClasses()
            .that()
            .resideInAnyPackage(FRONT_DOOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.directpeering.request.lifecycle..", "io.directpeering.request.topology..")
            .because("the judge may become a deployable of its own. Ask Peerings where a peering stands and Decisions"
                    + " what became of a fact; what they do not tell is added to the query package");

    @ArchTest
    static final ArchRule statesFactsOnlyThroughTheOutbox = noClasses()
            .that()
            .resideInAnyPackage(FRONT_DOOR)
            .and()
            .resideOutsideOfPackage("io.directpeering.request.outbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .because("a fact that is sent beside the database is lost or invented when the process dies in between."
                    + " Put it into the Outbox in the transaction of its row");
}
