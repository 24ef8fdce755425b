@NullMarked
package io.directpeering.approval.policyfile;

import org.jspecify.annotations.NullMarked;
