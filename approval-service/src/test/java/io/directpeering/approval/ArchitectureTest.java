package io.directpeering.approval;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/// What may know what.
class ArchitectureTest {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.directpeering.approval");

    @Test
    void policyIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("..approval.policy")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.directpeering.approval.policy")
                .because("the rules must be readable and testable without a framework, the wire format or a clock."
                        + " Read what a rule needs out of the snapshot in review.RequestReader and hand it over in"
                        + " policy.RequestedPeering; read the file's format in policyfile.PolicyFile.")
                .check(SERVICE);
    }

    @Test
    void onlyStatementsReachTheLog() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..approval.statement")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.smallrye.reactive.messaging..")
                .because("a fact that is sent without its row is lost in a crash, and one that is sent inside a"
                        + " transaction may outlive its row. File a statement.Statement and let"
                        + " statement.Statements state it after the commit.")
                .check(SERVICE);
    }
}
