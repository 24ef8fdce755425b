package io.directpeering.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import io.directpeering.schemas.Topic;
import io.directpeering.schemas.Topics;

/// Which topics a service's code reads and writes: its channels, the contract's owners, and the golden topologies of
/// its
/// applications of Kafka Streams.
///
/// @param reads  by consumers of channels and of those applications
/// @param writes as the contract says who owns which topic
/// @param groups that its consumers are of
record Use(Set<String> reads, Set<String> writes, Set<String> groups) {

    private static final List<Path> GOLDEN = Stream.of("shape.txt", "history-shape.txt")
            .map(name -> Path.of("../../request-service/src/test/resources/topology", name))
            .toList();
    /// What the tables for analysts are made of: their consumers stand in no setting.
    private static final List<Topic> TABLES = List.of(
            Topics.PEERING_TRANSITIONS, Topics.PEERING_REFUSALS, Topics.BGP_SESSION_STATES, Topics.BGP_SESSION_DRIFT);

    private static final Pattern SOURCE = Pattern.compile("Source: .*\\(topics: \\[(.*)]\\)");
    private static final Pattern SINK = Pattern.compile("Sink: .*\\(topic: (.*)\\)");

    static Use of(Services service) {
        var reads = new TreeSet<String>();
        incoming(service).map(channel -> topic(service, "incoming", channel)).forEach(reads::add);
        var groups = new TreeSet<String>();
        incoming(service).map(channel -> group(service, channel)).forEach(groups::add);
        if (service == Services.REQUEST) {
            reads.addAll(inTopology(SOURCE));
            groups.addAll(StreamsApplications.ids());
            TABLES.stream().map(Topic::name).forEach(reads::add);
            groups.addAll(List.of(TablesGroup.name(), TablesGroup.name() + "-sessions"));
        }
        var writes = Topics.all().stream()
                .filter(topic -> topic.owners().contains(service.serviceName()))
                .map(Topic::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Use(reads, writes, groups);
    }

    /// What its channels, their dead letters and its applications write; the outbox's producer stands in no setting.
    static Set<String> seenWriting(Services service) {
        var found = new TreeSet<String>();
        outgoing(service).map(channel -> topic(service, "outgoing", channel)).forEach(found::add);
        incoming(service)
                .map(channel -> service.config()
                        .getValue("mp.messaging.incoming." + channel + ".dead-letter-queue.topic", String.class))
                .forEach(found::add);
        if (service == Services.REQUEST) {
            found.addAll(inTopology(SINK));
        }
        return found;
    }

    private static Stream<String> incoming(Services service) {
        return service.classes().stream()
                .flatMap(each -> each.getMethods().stream())
                .flatMap(method ->
                        method.tryGetAnnotationOfType("org.eclipse.microprofile.reactive.messaging.Incoming").stream())
                .map(annotation -> (String) annotation.get("value").orElseThrow())
                .filter(channel -> service.config()
                        .getOptionalValue("mp.messaging.incoming." + channel + ".enabled", Boolean.class)
                        .orElse(true));
    }

    private static Stream<String> outgoing(Services service) {
        return service.classes().stream()
                .map(JavaClass::getCodeUnits)
                .flatMap(Set::stream)
                .map(JavaCodeUnit::getParameterAnnotations)
                .flatMap(parameters -> parameters.stream().flatMap(Set::stream))
                .filter(annotation ->
                        annotation.getRawType().getName().equals("org.eclipse.microprofile.reactive.messaging.Channel"))
                .map(annotation -> (String) annotation.get("value").orElseThrow());
    }

    /// A channel without a topic of its own is named after it.
    private static String topic(Services service, String way, String channel) {
        return service.config()
                .getOptionalValue("mp.messaging." + way + "." + channel + ".topic", String.class)
                .orElse(channel);
    }

    /// A channel without a group of its own is in the one named after the service.
    private static String group(Services service, String channel) {
        return service.config()
                .getOptionalValue("mp.messaging.incoming." + channel + ".group.id", String.class)
                .orElse(service.config().getValue("quarkus.application.name", String.class));
    }

    private static Set<String> inTopology(Pattern nodes) {
        return GOLDEN.stream()
                .flatMap(golden -> nodes.matcher(text(golden)).results())
                .flatMap(node -> Pattern.compile(", ").splitAsStream(node.group(1)))
                .collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
