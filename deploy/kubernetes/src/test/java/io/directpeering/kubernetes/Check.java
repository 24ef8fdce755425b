package io.directpeering.kubernetes;

import java.util.List;

/// One way in which manifests can be wrong.
interface Check {

    /// What is wrong, a sentence each that names the object; empty: nothing.
    List<String> findings(Manifests manifests);
}
