/// Reading the judge's stores: where a peering stands ([Peerings]) and what became of a fact ([Decisions]).
///
/// The front door depends on these two and their sealed answers, and on nothing else of the judge.
@NullMarked
package io.directpeering.request.query;

import org.jspecify.annotations.NullMarked;
