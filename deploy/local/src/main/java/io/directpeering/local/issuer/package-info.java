/// The OpenID Connect issuer of the local run and of the tests: enough of one to prove who calls. It has no passwords;
/// whoever may read its key file may be anybody, which on one machine is its owner.
@NullMarked
package io.directpeering.local.issuer;

import org.jspecify.annotations.NullMarked;
