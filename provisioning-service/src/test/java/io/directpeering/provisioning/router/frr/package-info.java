/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.router.frr;

import org.jspecify.annotations.NullMarked;
