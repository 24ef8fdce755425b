package io.directpeering.local.suite;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

import io.directpeering.local.process.LogFile;

/// What the parts in this JVM log goes to a file, so that the terminal shows the steps only.
public final class Logging {

    /// Kept, because the JVM forgets the level of a logger that nobody holds.
    private static final Logger ROOT = Logger.getLogger("");

    private Logging() {}

    /// Nowhere: what a short command prints is its answer only.
    public static void silence() {
        LogManager.getLogManager().reset();
        ROOT.setLevel(Level.OFF);
    }

    static void toFile(LogFile log) throws IOException {
        log.prepare();
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        LogManager.getLogManager().reset();
        ROOT.setLevel(Level.WARNING);
        ROOT.addHandler(new StreamHandler(new FileOutputStream(log.path().toFile(), true), new SimpleFormatter()) {
            @Override
            public synchronized void publish(LogRecord entry) {
                super.publish(entry);
                flush();
            }
        });
    }
}
