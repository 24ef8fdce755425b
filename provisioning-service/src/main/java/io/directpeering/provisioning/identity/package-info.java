/// Who acts. Until tokens come, an authenticating proxy in front says so in a header.
@NullMarked
package io.directpeering.provisioning.identity;

import org.jspecify.annotations.NullMarked;
