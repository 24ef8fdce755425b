package io.directpeering.provisioning.router.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

import io.directpeering.provisioning.router.SessionSpec.Authentication;

/// Keys of sessions, one file each under the key's name, as a mounted secret has them. A key is read when it is used,
/// is kept nowhere, and no message holds its text.
///
/// @param directory empty: the router has no keys
public record SessionKeys(Optional<Path> directory) {

    /// It can be neither a path nor an option.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    /// What both daemons take in a line of configuration, in the 80 octets that Linux has for TCP MD5.
    private static final Pattern TEXT = Pattern.compile("[\\x21\\x23-\\x7E&&[^\\\\]]{1,80}");

    /// A key, or why there is none.
    public sealed interface Found {

        /// The session is not authenticated.
        record NotNeeded() implements Found {}

        /// Prints as nothing.
        record Key(String text) implements Found {

            @Override
            public String toString() {
                return "Key";
            }
        }

        record Missing(String reason) implements Found {}
    }

    public Found find(Authentication authentication) {
        return switch (authentication) {
            case Authentication.None() -> new Found.NotNeeded();
            case Authentication.Md5(var name) -> read(name);
            case Authentication.TcpAo(var name) ->
                new Found.Missing("the session wants TCP-AO with the key " + name
                        + ", which this router does not speak; agree on TCP MD5 or on no authentication");
        };
    }

    private Found read(String name) {
        if (directory.isEmpty()) {
            return missing(name, "the catalogue names no control.keys for this router");
        }
        if (!NAME.matcher(name).matches()) {
            return new Found.Missing("a key name has letters, digits, _, . and - only");
        }
        try {
            var text = Files.readString(directory.get().resolve(name)).strip();
            return TEXT.matcher(text).matches()
                    ? new Found.Key(text)
                    : missing(name, "it is not 1 to 80 visible ASCII characters without quotes and backslashes");
        } catch (IOException e) {
            return missing(name, "it cannot be read from " + directory.get());
        }
    }

    private static Found missing(String name, String why) {
        return new Found.Missing("the key " + name + " cannot be used: " + why);
    }
}
