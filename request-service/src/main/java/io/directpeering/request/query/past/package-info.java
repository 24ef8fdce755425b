/// Looking back: how a peering stood at an instant and everything that became of it ([Past]), how many peerings stood
/// where, and how long connections stay where they are. Read out of the stores of the
/// [historian][io.directpeering.request.topology.history] and the [log][TransitionLog] itself.
@NullMarked
package io.directpeering.request.query.past;

import org.jspecify.annotations.NullMarked;
