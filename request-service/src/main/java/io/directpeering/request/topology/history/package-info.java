/// The historian: a second application of Kafka Streams beside the judge, which follows what the judge decided and
/// keeps
/// what is needed to look back. Its restore holds up no judgement, and the judge pays nothing for it.
///
/// [HistorianTopology] is the shape, [HistorianStores] what it keeps, [HistorianRuntime] runs it. The log is the
/// history: the stores are an index of it ([Position]), counts over time ([Headcounts]) and how long connections stay
/// ([Stays]).
@NullMarked
package io.directpeering.request.topology.history;

import org.jspecify.annotations.NullMarked;
