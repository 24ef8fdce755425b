/// Class caches: a JVM keeps what it loaded and linked in one real start, and the next one begins with it (JEP 483,
/// JEP 514). They are made beside the build's other products, once per build, and hold for this JDK only.
@NullMarked
package io.directpeering.local.cache;

import org.jspecify.annotations.NullMarked;
