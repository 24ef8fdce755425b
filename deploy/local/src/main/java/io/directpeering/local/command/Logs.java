package io.directpeering.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.directpeering.local.Trouble;
import io.directpeering.local.layout.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows what a part wrote.
@Command(name = "logs", mixinStandardHelpOptions = true, description = "Show what a service wrote.")
public final class Logs implements Callable<Integer> {

    @Parameters(
            paramLabel = "SERVICE",
            description = "request-service, approval-service, provisioning-service, notification-service, registry, "
                    + "database, suite (broker, gateway, mail sink), or the start of one of these.")
    private String service = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Go on showing what is written, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var layout = Here.layout();
        try (var log = new RandomAccessFile(file(layout).toFile(), "r")) {
            var buffer = new byte[8192];
            do {
                for (var read = log.read(buffer); read > 0; read = log.read(buffer)) {
                    System.out.write(buffer, 0, read);
                }
                System.out.flush();
                TimeUnit.MILLISECONDS.sleep(follow ? 200 : 0);
            } while (follow && !System.out.checkError());
        }
        return 0;
    }

    private Path file(Layout layout) throws IOException {
        var folder = layout.logs();
        if (!Files.isDirectory(folder)) {
            throw new Trouble("There are no logs in %s: nothing was started yet.".formatted(folder));
        }
        try (var files = Files.list(folder)) {
            var logs = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            return logs.stream()
                    .filter(file -> name(file).startsWith(service))
                    .findFirst()
                    .orElseThrow(() -> new Trouble("There is no log of '%s'. There are: %s."
                            .formatted(service, logs.stream().map(Logs::name).collect(Collectors.joining(", ")))));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.log$", "");
    }
}
