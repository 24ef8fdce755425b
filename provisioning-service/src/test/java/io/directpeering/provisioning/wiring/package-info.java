/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.wiring;

import org.jspecify.annotations.NullMarked;
