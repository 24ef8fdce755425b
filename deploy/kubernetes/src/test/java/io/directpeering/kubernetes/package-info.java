/// Holds the manifests against what is true elsewhere: the models of their kinds, the contract's topics, the channels,
/// topology and settings of the services' code, the routes of the local gateway, and what the operations guide asks an
/// operator to bring.
///
/// [Kustomization] renders an overlay into [Manifests]; each [Check] tells what is wrong with them, and is shown to
/// tell it by a copy that was spoiled. What only a cluster can say, [ClusterTest] asks one.
@NullMarked
package io.directpeering.kubernetes;

import org.jspecify.annotations.NullMarked;
