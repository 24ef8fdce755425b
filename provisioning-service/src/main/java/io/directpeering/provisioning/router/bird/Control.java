package io.directpeering.provisioning.router.bird;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.provisioning.router.host.ControlSocket;

import static java.nio.charset.StandardCharsets.UTF_8;

/// BIRD's control protocol: one line each way, answers in lines of which each bears a four-digit code, and the last one
/// a space behind it.
record Control(Path socket, Duration limit) {

    /// @param code  of the last line; 8000 and above: an error
    /// @param lines without their codes
    record Reply(int code, List<String> lines) {

        boolean isWell() {
            return code < 8000;
        }

        String text() {
            return String.join(" ", lines).strip();
        }
    }

    private static final int CODE_LENGTH = 4;

    /// @throws ControlSocket.NotReached nothing was said to the daemon
    Reply ask(String command) throws IOException {
        try (var conversation = ControlSocket.open(socket, limit)) {
            conversation.receive(Control::isWhole);
            conversation.send((command + "\n").getBytes(UTF_8));
            return reply(new String(conversation.receive(Control::isWhole), UTF_8));
        }
    }

    private static Reply reply(String text) {
        var lines = new ArrayList<String>();
        var code = 0;
        for (var line : text.lines().toList()) {
            if (line.startsWith(" ")) {
                lines.add(line.substring(1));
            } else {
                code = Integer.parseInt(line, 0, CODE_LENGTH, 10);
                lines.add(line.substring(CODE_LENGTH + 1));
            }
        }
        return new Reply(code, lines);
    }

    private static boolean isWhole(byte[] received) {
        if (received[received.length - 1] != '\n') {
            return false;
        }
        var start = received.length - 1;
        while (start > 0 && received[start - 1] != '\n') {
            start--;
        }
        return received.length - start > CODE_LENGTH
                && Character.isDigit(received[start])
                && received[start + CODE_LENGTH] == ' ';
    }
}
