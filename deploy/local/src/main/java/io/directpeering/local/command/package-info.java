/// The command line: one class per command, which reads its options and prints.
@NullMarked
package io.directpeering.local.command;

import org.jspecify.annotations.NullMarked;
