@NullMarked
package io.directpeering.provisioning.loa;

import org.jspecify.annotations.NullMarked;
