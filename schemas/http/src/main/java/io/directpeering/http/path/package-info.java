/// Which addresses are looked at: those that can be read in one way only ([PlainPaths]).
@NullMarked
package io.directpeering.http.path;

import org.jspecify.annotations.NullMarked;
