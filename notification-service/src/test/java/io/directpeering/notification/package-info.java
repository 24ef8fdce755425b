/// Tests of the whole service, and the example they share.
@NullMarked
package io.directpeering.notification;

import org.jspecify.annotations.NullMarked;
