/// One peering with two connections through the whole life cycle, over the gateway, as a peer and an operator
/// would do it by hand; every answer is checked.
///
/// [Walk] is the story. What it relies on: [Api] to ask, [Timeline] to tell, [EventLog] and [Mails] to look at
/// what the suite left behind.
@NullMarked
package io.directpeering.local.demo;

import org.jspecify.annotations.NullMarked;
