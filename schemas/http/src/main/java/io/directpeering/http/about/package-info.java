/// What log lines and traces say of a request: which peering it is about, as its address names it ([AboutPeering]).
@NullMarked
package io.directpeering.http.about;

import org.jspecify.annotations.NullMarked;
