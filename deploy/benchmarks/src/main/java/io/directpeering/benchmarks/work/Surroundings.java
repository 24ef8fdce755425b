package io.directpeering.benchmarks.work;

import java.nio.file.Path;

/// What a contender finds when it comes.
///
/// @param scratch     a folder for its files; empty, and gone after the trial
/// @param registryUrl of the schema registry, for whoever speaks Avro
/// @param clients     that will call it at a time, at most
public record Surroundings(Durability durability, Path scratch, String registryUrl, int clients) {}
