/// The policy for everybody to see: its rules for people and machines ([PolicyResource]), and what they would make of a
/// request before it is made ([CheckReader]). Nothing here stores or sends anything.
@NullMarked
package io.directpeering.approval.publication;

import org.jspecify.annotations.NullMarked;
