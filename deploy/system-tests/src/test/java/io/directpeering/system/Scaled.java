package io.directpeering.system;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Lets a test run that starts several of each process only where somebody asks for it: it takes minutes, and a machine
/// that does nothing else. Elsewhere the test is reported as skipped, with these words.
final class Scaled implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                Boolean.getBoolean("scaled"),
                context.getDisplayName() + " runs several of each process: ./peering test -Dscaled=true runs it.");
    }
}
