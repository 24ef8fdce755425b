/// How much one caller may ask of one instance: a bucket each, refilled steadily, so that nobody can take a service
/// from the others.
@NullMarked
package io.directpeering.http.rate;

import org.jspecify.annotations.NullMarked;
