/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.catalogue;

import org.jspecify.annotations.NullMarked;
