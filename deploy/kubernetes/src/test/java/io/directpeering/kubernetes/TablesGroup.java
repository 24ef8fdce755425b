package io.directpeering.kubernetes;

/// Consumer group of the tables for analysts; that of their sessions begins with it.
final class TablesGroup {

    private TablesGroup() {}

    static String name() {
        return Default.of("AnalysisSettings", "groupId");
    }
}
