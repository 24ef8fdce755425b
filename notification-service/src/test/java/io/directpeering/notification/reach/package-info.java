@NullMarked
package io.directpeering.notification.reach;

import org.jspecify.annotations.NullMarked;
