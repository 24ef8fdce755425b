/// Which peerings there are, by what they have in common: an index in memory over each partition that this instance
/// judges, so that lists and counts read no store from end to end. It follows from the store, like the deadlines do:
/// the
/// judge keeps it up to date, and [Filling] reads in what stood before. Beside it stands how far in the log the judge
/// has come ([Reading]), so that answers can say how recent they are.
///
/// Nothing here is written anywhere.
@NullMarked
package io.directpeering.request.topology.index;

import org.jspecify.annotations.NullMarked;
