/// Who acts. The only place that knows how a caller is told: today a header that an authenticating proxy sets.
@NullMarked
package io.directpeering.request.identity;

import org.jspecify.annotations.NullMarked;
