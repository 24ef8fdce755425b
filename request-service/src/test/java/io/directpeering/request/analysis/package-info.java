/// The tables against the topics they are made of, on a real broker and a real database.
@NullMarked
package io.directpeering.request.analysis;

import org.jspecify.annotations.NullMarked;
