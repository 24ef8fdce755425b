/// What each peer may announce: a list of prefixes by ASN, out of a routing registry or from wherever the operator has
/// it ([PrefixListEndpoint]). Each change is a version with its actor ([PrefixLists]), and an errand for each
/// connection of the peer that has a port ([FilterErrands]), which stays open until the connection's router carries it.
/// Where no list is kept, the maximum of prefixes is the only limit.
@NullMarked
package io.directpeering.provisioning.prefixlist;

import org.jspecify.annotations.NullMarked;
