package io.directpeering.notification.mail;

import java.util.Optional;
import java.util.OptionalLong;

import io.directpeering.notification.recipient.AddrSpec;
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

    /// What stands behind the @ of Message-IDs.
    ///
    /// @throws IllegalArgumentException the sender is no plain address
    default String domain() {
        return AddrSpec.parse(from())
                .orElseThrow(() -> new IllegalArgumentException(
                        "peering.mail.from must be a plain address such as peering@example.net, not: " + from()))
                .domain();
    }
}
