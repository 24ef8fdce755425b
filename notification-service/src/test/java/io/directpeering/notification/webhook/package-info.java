@NullMarked
package io.directpeering.notification.webhook;

import org.jspecify.annotations.NullMarked;
