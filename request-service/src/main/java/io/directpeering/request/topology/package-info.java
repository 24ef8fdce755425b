/// The judge as a Kafka Streams application: facts in, [numbered transitions or refusals][Judge] out, and the stores
/// that [io.directpeering.request.query] reads.
///
/// [JudgeTopology] is the shape, [JudgeRuntime] runs it, [JudgeReadiness] and [JudgeLiveness] tell how it does. The
/// life cycle itself meets Avro in [FactCodec], [SnapshotReader] and [SnapshotWriter] only.
@NullMarked
package io.directpeering.request.topology;

import org.jspecify.annotations.NullMarked;
