/// What runs and where, for people (a table) and for programs (JSON).
@NullMarked
package io.directpeering.local.status;

import org.jspecify.annotations.NullMarked;
