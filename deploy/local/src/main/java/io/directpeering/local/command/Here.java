package io.directpeering.local.command;

import io.directpeering.local.layout.Layout;

/// The layout that the start script and the environment give.
final class Here {

    private Here() {}

    static Layout layout() {
        return Layout.of(System.getProperty("peering.root"), System.getProperty("peering.home"), System.getenv());
    }
}
