/// Decisions under keys and conditions, whatever is decided on.
@NullMarked
package io.directpeering.approval.manners;

import org.jspecify.annotations.NullMarked;
