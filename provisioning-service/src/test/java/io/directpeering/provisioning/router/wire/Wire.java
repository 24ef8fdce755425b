package io.directpeering.provisioning.router.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/// Two network namespaces with wires between them: port `et0` of the one to `et0` of the other, and so on.
public final class Wire implements AutoCloseable {

    private final String name;
    private final Path folder;
    private final List<Process> daemons = new ArrayList<>();

    private Wire(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /// @param programs without which there is nothing to test; the test is skipped where one is missing
    public static Wire stretch(int ports, String... programs) {
        Needs.demand(programs);
        try {
            var folder = Files.createTempDirectory("wire-");
            // Daemons give up their rights before they read what lies here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var wire = new Wire(
                    "dp" + ProcessHandle.current().pid() + "-"
                            + folder.toString().substring(10),
                    folder);
            wire.build(ports);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void build(int ports) throws IOException {
        var batch = new StringBuilder();
        for (int i = 0; i < ports; i++) {
            batch.append("link add et%1$d netns %2$s type veth peer name et%1$d netns %3$s%n"
                    .formatted(i, operatorSpace(), peerSpace()));
        }
        run("ip", "netns", "add", operatorSpace());
        run("ip", "netns", "add", peerSpace());
        // Nobody else is on these wires who could have the same address.
        for (var space : List.of(operatorSpace(), peerSpace())) {
            run("ip", "netns", "exec", space, "sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad");
        }
        run("ip", "-batch", file("links", batch.toString()).toString());
        var up = new StringBuilder("link set lo up\n");
        for (int i = 0; i < ports; i++) {
            up.append("link set et").append(i).append(" up\n");
        }
        var ups = file("ups", up.toString()).toString();
        run("ip", "-n", operatorSpace(), "-batch", ups);
        run("ip", "-n", peerSpace(), "-batch", ups);
    }

    public String operatorSpace() {
        return name + "-op";
    }

    public String peerSpace() {
        return name + "-pe";
    }

    public Path folder() {
        return folder;
    }

    public Path file(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a daemon in the foreground and waits until it listens.
    public Process start(String space, Path socket, String... command) {
        var words = new ArrayList<>(List.of("ip", "netns", "exec", space));
        words.addAll(List.of(command));
        try {
            Files.deleteIfExists(socket);
            var process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("daemons.log").toFile()))
                    .start();
            daemons.add(process);
            await().atMost(10, TimeUnit.SECONDS)
                    .pollInterval(20, TimeUnit.MILLISECONDS)
                    .untilAsserted(() -> assertThat(listens(socket))
                            .as(() -> socket + ": " + log())
                            .isTrue());
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("daemons.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static boolean listens(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            return false;
        }
    }

    public static void kill(Process daemon) {
        daemon.destroyForcibly();
        await().until(() -> !daemon.isAlive());
    }

    /// What a command said; an error where it failed.
    public static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        daemons.forEach(Wire::kill);
        run("ip", "netns", "del", operatorSpace());
        run("ip", "netns", "del", peerSpace());
        run("rm", "-r", folder.toString());
    }
}
