package io.directpeering.backends;

import java.time.Duration;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/// Tests that wait look at once, and then often: what they wait for is mostly there already. They do not give up soon.
///
/// Twice, because tests inside of Quarkus have the library loaded for themselves.
public class Patience implements LauncherSessionListener, QuarkusTestBeforeClassCallback {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        lookOften();
    }

    @Override
    public void beforeClass(Class<?> testClass) {
        lookOften();
    }

    private static void lookOften() {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(30));
        // A crowded machine takes its time; who promises less says so.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }
}
