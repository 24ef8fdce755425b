package io.directpeering.benchmarks.figure;

import java.util.List;

import io.directpeering.benchmarks.machine.Machine;

/// Everything of one run, raw.
///
/// @param at      when it began, ISO 8601
/// @param command what was asked for
/// @param failed  trials that came to nothing, and why: they are in no figure
public record Results(
        Machine machine, String at, String command, List<Walked> walks, List<Reading> readings, List<String> failed) {}
