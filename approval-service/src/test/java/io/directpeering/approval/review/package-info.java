@NullMarked
package io.directpeering.approval.review;

import org.jspecify.annotations.NullMarked;
