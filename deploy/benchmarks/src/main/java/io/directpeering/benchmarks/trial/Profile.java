package io.directpeering.benchmarks.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jdk.jfr.Recording;
import one.convert.Arguments;
import one.convert.JfrToFlame;

/// What this JVM does from now on, drawn as flame graphs when it is closed: where its threads spend their time on a
/// core, and who asks for memory. Time that compiler and collector take is in neither.
final class Profile implements AutoCloseable {

    private static final String CPU = "jdk.CPUTimeSample";
    private static final String MEMORY = "jdk.ObjectAllocationSample";

    private final Path folder;
    private final String name;
    private final Recording recording = new Recording();

    /// @param folder for the recording and its pictures, which begin with the name
    Profile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        recording.enable(CPU).with("throttle", "5ms").withStackTrace();
        recording.enable(MEMORY).with("throttle", "500/s").withStackTrace();
        recording.start();
    }

    @Override
    public void close() throws IOException {
        recording.stop();
        var recorded = Files.createDirectories(folder).resolve(name + ".jfr");
        recording.dump(recorded);
        recording.close();
        draw(recorded, "--cpu-time", "-cpu.html");
        draw(recorded, "--alloc", "-memory.html");
    }

    private void draw(Path recorded, String what, String ending) throws IOException {
        var picture = folder.resolve(name + ending);
        var wanted = new Arguments(what, "--total", "--threads", "--norm", "--dot", "--title", name);
        JfrToFlame.convert(recorded.toString(), picture.toString(), wanted);
        System.err.println("  drawn: " + picture);
    }
}
