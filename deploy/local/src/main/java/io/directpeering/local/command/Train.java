package io.directpeering.local.command;

import java.util.concurrent.Callable;

import io.directpeering.local.suite.Training;
import picocli.CommandLine.Command;

/// Makes the class caches.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Make the class caches that later starts begin with, by one start beside whatever runs.")
public final class Train implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Override
    public Integer call() throws Exception {
        if (new Training(Here.layout().root(), System.out).run()) {
            return 0;
        }
        // At once: an ordinary end would still write the cache of this JVM.
        Runtime.getRuntime().halt(INTERRUPTED);
        return INTERRUPTED;
    }
}
