/// Lists that are read piece by piece: a [Page] asks for some, and the [Cursor] of the last one is where the next page
/// begins. What comes in meanwhile shifts nothing, as it would with numbered pages.
@NullMarked
package io.directpeering.approval.page;

import org.jspecify.annotations.NullMarked;
