package io.directpeering.system;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The article on routers that are there: BIRD and FRR, each with a peer's router behind its ports.
class LabST {

    private static final int PORT_OFFSET = 11_000;

    @Test
    void demoWalksTheArticleOnRealRouters() throws Exception {
        try (var lab = RouterLab.start();
                var suite = Suite.start("lab", PORT_OFFSET, lab.environment())) {
            // When
            var demo = suite.peering("demo");

            // Then
            System.out.println(demo.output());
            assertThat(demo.code()).as(demo.output()).isZero();
            assertThat(demo.output())
                    .contains("Established", "SessionDown", "PolicyDiffers", "alarms cleared", "Removed");
            for (var edge : RouterLab.Edge.values()) {
                assertThat(lab.lab().taken(edge.router)).as(edge.router).isEmpty();
            }
        }
    }
}
