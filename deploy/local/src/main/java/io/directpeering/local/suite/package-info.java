/// The suite as one thing that is started, watched and stopped: what runs where, in which order, and what is done
/// when a part dies.
///
/// [Suite] starts and stops; [Guard] keeps one child process alive; [Checks] refuses to start on something that
/// would fail later; [RunState] is what other commands learn of a running suite.
@NullMarked
package io.directpeering.local.suite;

import org.jspecify.annotations.NullMarked;
