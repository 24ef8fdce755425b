@NullMarked
package io.directpeering.provisioning.fact;

import org.jspecify.annotations.NullMarked;
