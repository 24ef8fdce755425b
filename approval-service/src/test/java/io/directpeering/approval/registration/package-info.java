@NullMarked
package io.directpeering.approval.registration;

import org.jspecify.annotations.NullMarked;
