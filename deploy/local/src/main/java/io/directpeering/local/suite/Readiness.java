package io.directpeering.local.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

import io.directpeering.local.layout.Layout;

/// How one finds out whether a part takes traffic.
///
/// @param where what is asked, for people
record Readiness(String where, Check check) {

    private static final int CONNECT_TIMEOUT_MS = 1_000;

    /// Asks.
    interface Check {
        boolean isUp() throws InterruptedException;
    }

    /// It says so itself.
    static Readiness at(String url) {
        return new Readiness(url, () -> Health.isUp(url));
    }

    /// It takes connections.
    static Readiness of(int port) {
        return new Readiness("port " + port, () -> isOpen(port));
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Layout.LOOPBACK, port), CONNECT_TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
