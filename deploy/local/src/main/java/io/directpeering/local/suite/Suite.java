package io.directpeering.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.directpeering.local.Trouble;
import io.directpeering.local.cache.Caches;
import io.directpeering.local.cluster.Cluster;
import io.directpeering.local.cluster.Principal;
import io.directpeering.local.gateway.Gateway;
import io.directpeering.local.issuer.Issuer;
import io.directpeering.local.issuer.IssuerKey;
import io.directpeering.local.layout.Layout;
import io.directpeering.local.layout.Port;
import io.directpeering.local.layout.Replica;
import io.directpeering.local.layout.Secret;
import io.directpeering.local.layout.Services;
import io.directpeering.local.mail.MailSink;
import io.directpeering.local.parts.Analyst;
import io.directpeering.local.parts.Broker;
import io.directpeering.local.parts.Database;
import io.directpeering.local.parts.Durability;
import io.directpeering.local.parts.Registry;
import io.directpeering.local.parts.TopicDeclaration;
import io.directpeering.local.process.Child;
import io.directpeering.local.process.LogFile;
import io.directpeering.local.process.PidFile;
import io.directpeering.local.process.Stopping;
import io.directpeering.schemas.SchemaRegistration;
import org.jspecify.annotations.Nullable;

/// Every part of the suite: broker, mail sink and gateway in this JVM, the database, the registry and the services
/// as child processes.
final class Suite {

    /// Name of the registry, of its database and of its log.
    static final String REGISTRY = "registry";

    static final String DATABASE = "database";
    private static final int PARTITIONS = 4;
    private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(7);
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(2);
    private static final Duration BROKERS_PATIENCE = Duration.ofSeconds(6);

    private final Layout layout;
    private final Wanted wanted;
    private final Steps steps;
    private final Caches caches;
    private final List<Guard> guards = new ArrayList<>();
    private @Nullable Broker broker;
    private @Nullable Database database;
    private @Nullable MailSink mailSink;
    private @Nullable Issuer issuer;
    private @Nullable Gateway gateway;
    private boolean stopping;

    Suite(Wanted wanted, Steps steps, Caches caches) {
        this.layout = wanted.layout();
        this.wanted = wanted;
        this.steps = steps;
        this.caches = caches;
    }

    /// Starts everything, side by side what does not need each other, and returns when it takes traffic.
    ///
    /// @throws Exception a part does not start; the others have ended their start, too, and await [#stop]
    void start() throws Exception {
        var brokerData = new DataFolder(layout.data(wanted.brokers().ask() ? "brokers" : "broker"));
        var databaseData = new DataFolder(layout.data(DATABASE));
        checkNumberOfBrokers();
        brokerData.check();
        databaseData.check();
        if (databaseData.isComplete() && !Files.exists(Secret.DATABASE_PASSWORD.file(layout))) {
            throw new Trouble(
                    "%s is gone, and with it the password of the database in %s. Put it back, or start afresh: rm -r '%s'."
                            .formatted(Secret.DATABASE_PASSWORD.file(layout), databaseData.folder(), layout.home()));
        }
        var password = Secret.DATABASE_PASSWORD.of(layout);
        var launch = new Launch(new Settings(layout, wanted.scale(), Operator.of(layout), password), caches);
        Files.createDirectories(layout.logs());
        try (var start = new SideBySide(steps, this::giveUp)) {
            var topics = start.after(List.of(), "broker and topics", () -> startBroker(brokerData));
            var stored = start.after(List.of(), DATABASE, () -> startDatabase(databaseData, password));
            var schemas = start.after(List.of(stored), "registry and schemas", () -> startRegistry(password));
            start.after(List.of(topics), "mail sink", this::startMailSink);
            var tokens = start.after(List.of(), "token issuer", this::startIssuer);
            start.after(List.of(schemas), "gateway", this::startGateway);
            for (var replica : wanted.replicas()) {
                start.after(List.of(topics, schemas, tokens), replica.name(), () -> startReplica(replica, launch));
            }
            start.await();
        }
    }

    /// Stops everything, in an order in which nobody misses a part that it still needs.
    void stop() throws InterruptedException {
        giveUp();
        close("gateway", gateway);
        var services = wanted.replicas().stream().map(Replica::name).toList();
        end("services", guard -> services.contains(guard.name()), SERVICES_PATIENCE);
        end(REGISTRY, guard -> guard.name().equals(REGISTRY), REGISTRY_PATIENCE);
        end("brokers", guard -> true, BROKERS_PATIENCE);
        closeThisJvmsParts();
    }

    /// Stops everything, with time for each child process to write its class cache.
    ///
    /// @param patience how long they may take, all at the same time, before they are killed
    void stopAfterTraining(Duration patience) throws InterruptedException {
        giveUp();
        close("gateway", gateway);
        end("services and registry, writing caches", guard -> true, patience);
        closeThisJvmsParts();
    }

    private void closeThisJvmsParts() throws InterruptedException {
        close("token issuer", issuer);
        close("mail sink", mailSink);
        close("broker", broker);
        close(DATABASE, database);
    }

    /// From now on nothing more is started, a part that ends is no accident, and whoever waits for one gives up.
    void giveUp() {
        synchronized (guards) {
            stopping = true;
            guards.forEach(Guard::release);
        }
    }

    /// Ends the child processes at once, whatever they were about.
    void kill() {
        giveUp();
        synchronized (guards) {
            // In a training each may have a process of its own that assembles its cache.
            guards.stream().flatMap(guard -> guard.process().stream()).forEach(process -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            });
        }
    }

    private void startBroker(DataFolder data) throws Exception {
        var brokers = wanted.brokers();
        if (brokers.ask()) {
            startCluster(new Cluster(brokers));
        } else {
            broker = Broker.start(data.folder(), layout.port(Port.BROKER), layout.port(Port.BROKER_CONTROLLER));
        }
        data.markComplete();
        new TopicDeclaration(PARTITIONS, brokers.replicationFactor()).declare(brokers.client(Principal.ADMIN));
    }

    private void startCluster(Cluster cluster) throws Exception {
        var guards = new ArrayList<Guard>();
        for (var broker : cluster.prepare()) {
            guards.add(begin(broker.child(), Readiness.of(broker.port())));
        }
        // None is ready before others are: they choose a controller among them.
        for (var guard : guards) {
            guard.awaitReady();
        }
        cluster.grant();
    }

    /// What the services remember is of one log, and they find that in one place only.
    private void checkNumberOfBrokers() {
        var other = new DataFolder(layout.data(wanted.brokers().ask() ? "broker" : "brokers"));
        if (other.isComplete()) {
            throw new Trouble("The data in %s is of %s. Start it so, or name another folder by PEERING_HOME."
                    .formatted(layout.home(), wanted.brokers().ask() ? "one broker" : "several brokers (--brokers 3)"));
        }
    }

    private void startDatabase(DataFolder data, String password) throws Exception {
        var started = Database.start(
                data.folder(), layout.log(DATABASE), layout.port(Port.DATABASE), Durability.KEPT, password);
        database = started;
        started.create(Stream.concat(
                        Stream.of(Services.values()).map(Services::database), Stream.of(REGISTRY, Analyst.DATABASE))
                .toList());
        started.admitAnalyst(Secret.ANALYST_PASSWORD.of(layout));
        started.demand(password);
        data.markComplete();
    }

    private void startRegistry(String password) throws Exception {
        var storage = new Registry.Storage.Sql(layout.jdbcUrl(REGISTRY), Database.USER, password);
        var home = layout.root().resolve("deploy/local/target/registry");
        var command = Registry.command(
                home,
                layout.port(Port.REGISTRY),
                layout.port(Port.REGISTRY_MANAGEMENT),
                storage,
                caches.options(REGISTRY, home.resolve("quarkus-run.jar")));
        var child = new Child(
                REGISTRY,
                command,
                Registry.environment(storage),
                layout.data(REGISTRY),
                new LogFile(layout.log(REGISTRY)));
        begin(child, Readiness.at(layout.registryUrl() + "/system/info")).awaitReady();
        new SchemaRegistration(layout.registryUrl()).run();
    }

    private void startMailSink() throws IOException {
        mailSink = MailSink.start(layout.port(Port.SMTP), layout.mails(), InstantSource.system());
    }

    private void startIssuer() throws IOException {
        issuer = Issuer.start(layout.port(Port.ISSUER), IssuerKey.of(layout));
    }

    private void startGateway() throws Exception {
        gateway = Gateway.start(layout, wanted.scale());
    }

    private void startReplica(Replica replica, Launch launch) throws Exception {
        begin(launch.of(replica), Readiness.at(replica.readiness(layout))).awaitReady();
    }

    private Guard begin(Child child, Readiness readiness) throws IOException, InterruptedException {
        var guard = new Guard(child, PidFile.of(layout.run(), child.name()), readiness, steps::say);
        synchronized (guards) {
            if (stopping) {
                throw new InterruptedException("The suite is being stopped");
            }
            guards.add(guard);
            guard.start();
        }
        return guard;
    }

    private void end(String name, Predicate<Guard> which, Duration patience) throws InterruptedException {
        var ending = guards.stream()
                .filter(which)
                .filter(guard -> guard.process().isPresent())
                .toList();
        close(
                name,
                ending.isEmpty()
                        ? null
                        : () -> {
                            Stopping.stop(
                                    ending.stream()
                                            .flatMap(guard -> guard.process().stream())
                                            .toList(),
                                    patience);
                            for (var guard : ending) {
                                guard.forget();
                            }
                        });
    }

    private void close(String name, @Nullable AutoCloseable part) throws InterruptedException {
        if (part == null) {
            return;
        }
        try {
            steps.step("stop " + name, () -> {
                part.close();
                return name;
            });
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // The others are to be stopped all the same.
            steps.say("    " + e);
        }
    }
}
