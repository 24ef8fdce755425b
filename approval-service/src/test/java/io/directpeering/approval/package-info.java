/// Tests of what holds across the service's packages.
@NullMarked
package io.directpeering.approval;

import org.jspecify.annotations.NullMarked;
