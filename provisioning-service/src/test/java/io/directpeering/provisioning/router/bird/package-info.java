/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.router.bird;

import org.jspecify.annotations.NullMarked;
