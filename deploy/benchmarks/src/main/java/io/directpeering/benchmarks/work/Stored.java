package io.directpeering.benchmarks.work;

/// Bytes written so far: what the database holds, what went through its write-ahead log, what the broker holds.
public record Stored(long database, long writeAheadLog, long log) {

    public Stored minus(Stored before) {
        return new Stored(database - before.database, writeAheadLog - before.writeAheadLog, log - before.log);
    }

    public Stored plus(Stored other) {
        return new Stored(database + other.database, writeAheadLog + other.writeAheadLog, log + other.log);
    }

    public long sum() {
        return database + writeAheadLog + log;
    }
}
