/// The mail sink: takes every mail that the suite sends and keeps each as one file, for people and tests to read.
/// Nothing leaves the machine.
@NullMarked
package io.directpeering.local.mail;

import org.jspecify.annotations.NullMarked;
