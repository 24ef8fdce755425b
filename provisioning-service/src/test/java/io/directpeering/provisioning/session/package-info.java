/// Tests of the package of the same name.
@NullMarked
package io.directpeering.provisioning.session;

import org.jspecify.annotations.NullMarked;
