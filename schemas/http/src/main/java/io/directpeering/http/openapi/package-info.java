/// The description of the interface (`/q/openapi`), as far as it is the same for every operation: who may call,
/// what a refusal looks like, which headers a command takes. What is an operation's own stands at its method.
@NullMarked
package io.directpeering.http.openapi;

import org.jspecify.annotations.NullMarked;
