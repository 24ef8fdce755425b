@NullMarked
package io.directpeering.provisioning.openapi;

import org.jspecify.annotations.NullMarked;
