package io.directpeering.benchmarks.whole;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.directpeering.benchmarks.parts.LogBroker;
import io.directpeering.benchmarks.parts.Postmaster;
import io.directpeering.benchmarks.parts.Transitions;
import io.directpeering.benchmarks.work.Contender;
import io.directpeering.benchmarks.work.Step;
import io.directpeering.benchmarks.work.Stored;
import io.directpeering.benchmarks.work.Surroundings;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.issuer.Person;
import io.directpeering.local.issuer.Tokens;
import io.directpeering.local.layout.Port;

/// The whole of it. People take four of the steps over HTTP: networks ask, say that the wire is there, and withdraw;
/// the operator approves what was put before it. The services take the others by themselves, as soon as they may, on
/// routers that are simulated. Letters are issued and mails are sent.
public final class Suite implements Contender {

    private static final long FIRST_ASN = 212_000;
    private static final int NETWORKS = 128;
    /// As in production: a heap of a size and the throughput compiler.
    private static final String JVM = "-Xms128m -Xmx512m -XX:-UseSerialGC -XX:+UseG1GC -XX:TieredStopAtLevel=4";

    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final int LOOKS = 6_000;

    private final Processes processes;
    private final Databases databases;
    private final ProcessHandle databaseServer;
    private final Transitions transitions;
    private final List<Caller> networks;
    private final Caller operator;
    private final ConcurrentMap<UUID, Asked> asked = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    /// What became of a request.
    ///
    /// @param id         of the peering, by request-service
    /// @param connection its only one
    /// @param network    who asked
    private record Asked(UUID id, UUID connection, Caller network) {}

    private Suite(
            Processes processes,
            Databases databases,
            ProcessHandle databaseServer,
            Transitions transitions,
            List<Caller> networks,
            Caller operator) {
        this.processes = processes;
        this.databases = databases;
        this.databaseServer = databaseServer;
        this.transitions = transitions;
        this.networks = networks;
        this.operator = operator;
    }

    public static Suite start(Surroundings surroundings) throws Exception {
        return start(surroundings, JVM);
    }

    /// @param jvm options of its processes, beside the usual
    static Suite start(Surroundings surroundings, String jvm) throws Exception {
        var processes = Processes.start(surroundings.scratch().resolve("suite"), jvm);
        try {
            var layout = processes.layout();
            LogBroker.make(layout.address(Port.BROKER), surroundings.durability());
            var databases = Databases.of(layout);
            databases.make(surroundings.durability());
            var tokens = new Tokens(IssuerKey.of(layout), layout.url(Port.ISSUER));
            var gateway = layout.url(Port.GATEWAY);
            var networks = IntStream.range(0, NETWORKS)
                    .mapToObj(number -> Person.peer("noc@peer.example", FIRST_ASN + number))
                    .map(person -> new Caller(gateway, tokens.of(person)))
                    .toList();
            for (int number = 0; number < NETWORKS; number++) {
                register(networks.get(number), FIRST_ASN + number);
            }
            for (int number = 0; number < NETWORKS; number++) {
                awaitValidated(networks.get(number), FIRST_ASN + number);
            }
            return new Suite(
                    processes,
                    databases,
                    Postmaster.of(layout.data("database")),
                    Transitions.follow(layout.address(Port.BROKER), layout.registryUrl()),
                    networks,
                    new Caller(gateway, tokens.of(Person.operator("operator@example.net"))));
        } catch (Exception e) {
            processes.close();
            throw e;
        }
    }

    private static void register(Caller network, long asn) throws Exception {
        network.put("/peer-asns/" + asn, """
                        {"name":"Peer %d","contacts":[
                          {"role":"Noc","email":"noc@as%d.example","phone":"+49 69 0000"}]}""".formatted(asn, asn)).accepted("the registration");
    }

    private static void awaitValidated(Caller network, long asn) throws Exception {
        for (int look = 0; look < LOOKS; look++) {
            if (network.get("/peer-asns/" + asn)
                    .accepted("the registration")
                    .at("/validationState")
                    .asText()
                    .equals("Approved")) {
                return;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new TimeoutException("AS" + asn + " is not validated");
    }

    @Override
    public void take(UUID peering, Step step) throws Exception {
        if (step == Step.REQUEST) {
            asked.put(peering, request());
        }
        var taken = Objects.requireNonNull(asked.get(peering), "It was not asked for.");
        switch (step) {
            case APPROVE -> approve(taken.id());
            case WIRE -> wire(taken);
            case DEPROVISION ->
                taken.network().delete("/peerings/" + taken.id()).accepted("the withdrawal");
            case REQUEST, PROVISION, VALIDATE, REMOVE -> {}
        }
        transitions.of(taken.id()).await(step);
    }

    /// One after the other, the networks ask for a peering in a building, then all of them in the next.
    private Asked request() throws IOException, InterruptedException {
        var number = requests.getAndIncrement();
        var network = networks.get(number % NETWORKS);
        var connection = UUID.randomUUID();
        var answer = network.post("/peerings", """
                {"peerAsn":%d,"name":"%s","peeringLocation":"Frankfurt","connections":[
                  {"connectionIdentifier":"%s","peeringDBFacilityId":%d,"bandwidthInMbps":%d,
                   "maxPrefixesAdvertisedV4":100,"maxPrefixesAdvertisedV6":50}]}""".formatted(
                        FIRST_ASN + number % NETWORKS,
                        "peering-" + number,
                        connection,
                        Offer.facility(number / NETWORKS % Offer.BUILDINGS),
                        Offer.BANDWIDTH_IN_MBPS));
        var id = UUID.fromString(answer.accepted("the request").at("/peeringId").asText());
        return new Asked(id, connection, network);
    }

    /// Once it was put before the operator; every soft rule that failed is overridden.
    private void approve(UUID id) throws Exception {
        var review = "/reviews/" + id;
        for (int look = 0; look < LOOKS; look++) {
            var seen = operator.get(review);
            if (seen.status() == 200) {
                operator.post(review + "/approve", approval(seen.body())).accepted("the approval");
                return;
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        throw new TimeoutException("There is no review of " + id);
    }

    private static String approval(JsonNode review) {
        var overrides = StreamSupport.stream(review.at("/outcomes").spliterator(), false)
                .filter(each -> each.at("/severity").asText().equals("Soft")
                        && each.at("/outcome").asText().equals("Failed"))
                .map(each -> "\"%s\":\"one link is enough here\""
                        .formatted(each.at("/ruleId").asText()))
                .collect(Collectors.joining(","));
        return "{\"reason\":\"as agreed\",\"overrides\":{" + overrides + "}}";
    }

    /// Once the letter with the port is there.
    private void wire(Asked taken) throws Exception {
        transitions.of(taken.id()).awaitLetter();
        taken.network()
                .post(
                        "/peerings/%s/connections/%s/wiring-completed".formatted(taken.id(), taken.connection()),
                        "{\"crossConnectId\":\"XC-1\"}")
                .accepted("the wiring");
    }

    /// @throws IOException it does not run
    ProcessHandle process(String name) throws IOException {
        return processes.of(name);
    }

    /// As the API counts them.
    @Override
    public Map<String, Long> byState() throws IOException, InterruptedException {
        var counts = new HashMap<String, Long>();
        operator.get("/peerings/counts?by=state")
                .accepted("the counts")
                .at("/groups")
                .forEach(each -> counts.put(
                        each.at("/of/state").asText(), each.at("/peerings").asLong()));
        return counts;
    }

    /// Its services, broker and all else that the supervisor started are children of this process.
    @Override
    public List<ProcessHandle> processes() {
        return List.of(ProcessHandle.current(), databaseServer);
    }

    @Override
    public Stored stored() throws Exception {
        return databases
                .stored()
                .plus(new Stored(0, 0, LogBroker.logBytes(processes.layout().data("broker"))));
    }

    @Override
    public void close() throws Exception {
        transitions.close();
        processes.close();
    }
}
