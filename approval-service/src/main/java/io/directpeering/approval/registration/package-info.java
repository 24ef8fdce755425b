/// Peer ASNs before they may ask for anything: the log of registrations is followed ([RegistrationIntake]), the rules
/// about peers are applied, and what passes no person needs to see is found Approved by the policy itself; the rest
/// waits in a queue ([RegistrationQueue]) for somebody to decide ([RegistrationDesk]). What is found is stated as
/// `PeerAsnValidated`, once per revision and outcome.
///
/// Where several revisions come one after the other, only the latest counts.
@NullMarked
package io.directpeering.approval.registration;

import org.jspecify.annotations.NullMarked;
