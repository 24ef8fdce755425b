/// Letters of authorization: what lets a peer order the cross-connect to our port.
///
/// A letter is a fact first. [IssueLetter] and the operator's [LetterOrders] state LoaIssued with the letter's number
/// and code in it, and [LetterBook] writes the letter down when the log has accepted that: so a crash leaves either
/// no letter, or one fact that is stated again under its id with the same letter in it, and a letter that the judge
/// refused never counts. What becomes of a letter follows from the log in the same way: wiring completed uses it,
/// LoaRevoked and leaving ProvisioningStarted in any other way revoke it; expiry needs nobody to note it.
///
/// [VerificationEndpoint] is for strangers who hold a letter and want to know whether it holds.
@NullMarked
package io.directpeering.provisioning.loa;

import org.jspecify.annotations.NullMarked;
