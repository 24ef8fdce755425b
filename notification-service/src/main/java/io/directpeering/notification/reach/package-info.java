/// Where a message may be posted to. A webhook's address is somebody else's choice, and this service stands inside
/// the operator's network: it must not be talked into calling what only it can reach.
///
/// An address is looked at twice: as text ([io.directpeering.notification.reach.EndpointAddress]), and as what its
/// name resolves to ([io.directpeering.notification.reach.Reach]), when it is registered and again at every post.
/// The post connects to the very address that was looked at ([io.directpeering.notification.reach.HttpPost]), so a
/// name that resolves otherwise a moment later gains nothing. Redirects are not followed.
@NullMarked
package io.directpeering.notification.reach;

import org.jspecify.annotations.NullMarked;
