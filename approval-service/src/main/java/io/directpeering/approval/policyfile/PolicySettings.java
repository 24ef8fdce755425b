package io.directpeering.approval.policyfile;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "peering.policy")
interface PolicySettings {

    /// Policy file to use instead of the one that comes with the service.
    Optional<Path> file();

    /// Where peers are present, in PeeringDB's form ([Presences]). Without it nothing is known of anybody.
    Optional<Path> presenceFile();
}
