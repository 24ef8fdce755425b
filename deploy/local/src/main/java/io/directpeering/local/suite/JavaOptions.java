package io.directpeering.local.suite;

import java.util.List;
import java.util.stream.Stream;

/// What the environment adds to the command of every service: `PEERING_JAVA_OPTS`, words apart by spaces. The last
/// word on an option wins, so `-Xmx512m -XX:TieredStopAtLevel=4` trades a quick start for throughput.
final class JavaOptions {

    private JavaOptions() {}

    static List<String> more() {
        return Stream.of(System.getenv().getOrDefault("PEERING_JAVA_OPTS", "").split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
