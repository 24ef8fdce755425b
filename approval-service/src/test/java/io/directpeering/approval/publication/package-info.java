@NullMarked
package io.directpeering.approval.publication;

import org.jspecify.annotations.NullMarked;
