/// Lists that are read piece by piece: a [Page] asks for some, and the place of the last one is where the next page
/// begins, most often a [Place]. What comes in meanwhile shifts nothing, as it would with numbered pages.
@NullMarked
package io.directpeering.http.page;

import org.jspecify.annotations.NullMarked;
