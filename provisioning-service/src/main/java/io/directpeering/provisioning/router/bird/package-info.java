/// Routers that run BIRD 2: one generated file per connection in a directory that `bird.conf` includes
/// ([ConnectionFile], [ConnectionFiles]), and the control socket ([Control]) for `configure`, which BIRD does whole or
/// not at all, and for looking ([Protocols]). What is told of a router is what the daemon says it runs, not what the
/// files would have it run.
@NullMarked
package io.directpeering.provisioning.router.bird;

import org.jspecify.annotations.NullMarked;
