/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.intake;

import org.jspecify.annotations.NullMarked;
