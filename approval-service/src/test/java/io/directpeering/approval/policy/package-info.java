@NullMarked
package io.directpeering.approval.policy;

import org.jspecify.annotations.NullMarked;
