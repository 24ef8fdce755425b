/// What nobody can be faster than: the same writes without any life cycle around them.
@NullMarked
package io.directpeering.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
