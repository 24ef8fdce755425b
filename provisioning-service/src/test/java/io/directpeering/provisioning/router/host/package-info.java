/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.router.host;

import org.jspecify.annotations.NullMarked;
