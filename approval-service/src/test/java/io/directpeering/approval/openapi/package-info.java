@NullMarked
package io.directpeering.approval.openapi;

import org.jspecify.annotations.NullMarked;
