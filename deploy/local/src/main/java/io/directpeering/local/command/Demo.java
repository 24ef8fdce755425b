package io.directpeering.local.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;

/// Walks one peering.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Walk one peering from request to Active and back.")
public final class Demo implements Callable<Integer> {

    @Override
    public Integer call() {
        return 0;
    }
}
