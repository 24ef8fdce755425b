/// One port in front of the services, as an ingress is in front of them elsewhere: a route table, and refusal of
/// every path that could be read in two ways.
@NullMarked
package io.directpeering.local.gateway;

import org.jspecify.annotations.NullMarked;
