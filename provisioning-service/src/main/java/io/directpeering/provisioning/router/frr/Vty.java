package io.directpeering.provisioning.router.frr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.directpeering.provisioning.router.host.ControlSocket;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A conversation over a daemon's vty socket: a command ends with a NUL, an answer with three and a status.
final class Vty implements AutoCloseable {

    /// A command was not taken.
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        private final String what;

        /// Of the command only its beginning: the end of it may be a key.
        Refused(String command, String answer) {
            this("FRR refuses '" + beginning(command) + " …': " + answer.strip());
        }

        private Refused(String what) {
            super(what);
            this.what = what;
        }

        String what() {
            return what;
        }

        private static String beginning(String command) {
            var words = command.split(" ");
            return String.join(" ", List.of(words).subList(0, Math.min(3, words.length)));
        }
    }

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int ENDING = 4;

    private final ControlSocket socket;

    private Vty(ControlSocket socket) {
        this.socket = socket;
    }

    static Vty open(Path path) throws IOException {
        var vty = new Vty(ControlSocket.open(path, ANSWER));
        vty.run("enable");
        return vty;
    }

    /// What the daemon answers.
    String run(String command) throws IOException {
        return runAll(List.of(command)).getFirst();
    }

    /// Changes the configuration. All of it is on its way before the first answer comes: whoever dies in between, the
    /// daemon has it whole.
    ///
    /// @throws Refused the first command that was not taken; the others were
    void configure(List<String> commands) throws IOException {
        var all = new ArrayList<String>();
        all.add("configure terminal");
        all.addAll(commands);
        all.add("end");
        runAll(all);
    }

    private List<String> runAll(List<String> commands) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var command : commands) {
            bytes.writeBytes(command.getBytes(UTF_8));
            bytes.write(0);
        }
        socket.send(bytes.toByteArray());
        var answers = answers(socket.receive(received -> answers(received).size() == commands.size()));
        var texts = new ArrayList<String>();
        Refused refused = null;
        for (int i = 0; i < commands.size(); i++) {
            var answer = answers.get(i);
            if (answer.status() != 0 && refused == null) {
                refused = new Refused(commands.get(i), answer.text());
            }
            texts.add(answer.text());
        }
        if (refused != null) {
            throw refused;
        }
        return texts;
    }

    private record Reply(int status, String text) {}

    private static List<Reply> answers(byte[] received) {
        var answers = new ArrayList<Reply>();
        var start = 0;
        for (int i = 0; i + ENDING <= received.length; i++) {
            if (received[i] == 0 && received[i + 1] == 0 && received[i + 2] == 0) {
                answers.add(new Reply(received[i + 3], new String(received, start, i - start, UTF_8)));
                start = i + ENDING;
                i = start - 1;
            }
        }
        return answers;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
