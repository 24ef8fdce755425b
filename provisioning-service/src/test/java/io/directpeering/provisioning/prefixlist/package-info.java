@NullMarked
package io.directpeering.provisioning.prefixlist;

import org.jspecify.annotations.NullMarked;
