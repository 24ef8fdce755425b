/// Letters of authorization: what lets a peer order the cross-connect to our port.
@NullMarked
package io.directpeering.provisioning.loa;

import org.jspecify.annotations.NullMarked;
