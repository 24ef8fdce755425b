/// Brokers as processes of their own, which ask who comes and what they may: what a cluster does, on one machine.
///
/// Who may do what is read from the users in `deploy/kubernetes`, so that a right that is missing there is missing
/// here, too.
@NullMarked
package io.directpeering.local.cluster;

import org.jspecify.annotations.NullMarked;
