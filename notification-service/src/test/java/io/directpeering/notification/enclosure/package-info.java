@NullMarked
package io.directpeering.notification.enclosure;

import org.jspecify.annotations.NullMarked;
