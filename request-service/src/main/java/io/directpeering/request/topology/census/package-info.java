/// How many peerings and connections stand where, for how long, and what becomes of facts: the judge's metrics. They
/// are kept up to date as facts come in; a scrape reads a few numbers and no store.
@NullMarked
package io.directpeering.request.topology.census;

import org.jspecify.annotations.NullMarked;
