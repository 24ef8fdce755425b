package io.directpeering.local.command;

/// Who reads what a command prints.
enum Output {
    /// People.
    text,
    /// Programs.
    json
}
