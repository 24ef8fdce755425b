package io.directpeering.notification.mail;

import java.util.Optional;
import java.util.OptionalLong;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What every mail says about its sender.
@ConfigMapping(prefix = "peering.mail")
public interface Letterhead {

    /// Sender address, a plain one. Replies go there.
    String from();

    /// Name of the operator.
    @WithDefault("Peering operations")
    String operatorName();

    /// AS number the peer configures as its neighbour.
    OptionalLong operatorAsn();

    /// Where peers reach the API, without a slash at the end.
    Optional<String> publicUrl();

    /// Prefix of the calls that a mail asks for: the API's address where it is known.
    default String api() {
        return publicUrl().orElse("");
    }
}
