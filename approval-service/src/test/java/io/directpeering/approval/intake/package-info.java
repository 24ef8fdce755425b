@NullMarked
package io.directpeering.approval.intake;

import org.jspecify.annotations.NullMarked;
