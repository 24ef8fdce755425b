package io.directpeering.local;

import io.directpeering.local.command.Demo;
import io.directpeering.local.command.Down;
import io.directpeering.local.command.Logs;
import io.directpeering.local.command.Sql;
import io.directpeering.local.command.Status;
import io.directpeering.local.command.Token;
import io.directpeering.local.command.Train;
import io.directpeering.local.command.Up;
import io.directpeering.local.suite.Logging;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line of the local run.
@Command(
        name = "peering",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Demo.class, Sql.class, Token.class, Train.class},
        description = "Direct Peering on one machine, without containers.")
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    public static void main(String[] args) {
        Logging.silence();
        var commands = new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("peering: " + (failure instanceof Trouble ? failure.getMessage() : failure));
            if (!(failure instanceof Trouble)) {
                failure.printStackTrace(command.getErr());
            }
            command.getErr().flush();
            return FAILED;
        });
        // Parts in this JVM may leave threads behind.
        System.exit(commands.execute(args));
    }
}
