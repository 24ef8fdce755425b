/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.allocation;

import org.jspecify.annotations.NullMarked;
