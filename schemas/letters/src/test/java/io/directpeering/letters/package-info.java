@NullMarked
package io.directpeering.letters;

import org.jspecify.annotations.NullMarked;
