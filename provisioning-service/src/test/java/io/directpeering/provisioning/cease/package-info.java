@NullMarked
package io.directpeering.provisioning.cease;

import org.jspecify.annotations.NullMarked;
