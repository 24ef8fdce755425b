@NullMarked
package io.directpeering.approval.page;

import org.jspecify.annotations.NullMarked;
