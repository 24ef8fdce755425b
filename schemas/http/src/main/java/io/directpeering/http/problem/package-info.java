/// What a client is told when it asked for something it cannot have: RFC 9457 problems that name the field and the
/// way out ([Problems]), collected so that one answer names them all ([Violations]), and the strictness with which
/// bodies are read ([StrictJson]).
@NullMarked
package io.directpeering.http.problem;

import org.jspecify.annotations.NullMarked;
