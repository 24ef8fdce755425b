/// Rows of the database for people and for programs.
@NullMarked
package io.directpeering.local.answer;

import org.jspecify.annotations.NullMarked;
