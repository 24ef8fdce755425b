/// What a transition brings about here: the connection's row, and work for the stage it entered.
@NullMarked
package io.directpeering.provisioning.reaction;

import org.jspecify.annotations.NullMarked;
