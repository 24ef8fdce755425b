@NullMarked
package io.directpeering.approval.peer;

import org.jspecify.annotations.NullMarked;
