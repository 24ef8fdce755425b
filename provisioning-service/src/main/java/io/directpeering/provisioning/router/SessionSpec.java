package io.directpeering.provisioning.router;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/// What a router should have for one connection: its BGP sessions on one port.
///
/// @param port        name of the router's port
/// @param operatorAsn our side's AS number
/// @param peerAsn     AS number that the peer must send in its OPEN
/// @param families    one session each, in the order of [Family]
public record SessionSpec(
        UUID connectionId,
        String port,
        long operatorAsn,
        long peerAsn,
        Authentication auth,
        List<FamilySpec> families) {

    private static final int SESSIONS_BYTES = 16;
    private static final int FILTERS_BYTES = 8;

    public SessionSpec {
        families = families.stream()
                .sorted(Comparator.comparing(FamilySpec::family))
                .toList();
    }

    /// Names the sessions, whatever machine computes it: equal sessions, equal hashes. Where a router carries another
    /// hash, its sessions are set up anew.
    ///
    /// It covers a key's name and never a key; and not the import filter, which changes while a session is up.
    public String hash() {
        return digest(canonical(), SESSIONS_BYTES);
    }

    /// Names the import filters. Where a router carries another hash, they are exchanged and its sessions stay up.
    public String filterHash() {
        var text = new StringJoiner("\n");
        for (var family : families) {
            family.accepts()
                    .canonical()
                    .forEach(line -> text.add(family.family().label() + " " + line));
        }
        return digest(text.toString(), FILTERS_BYTES);
    }

    private static String digest(String text, int bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /// Spelled out and not left to the records' own text, which no specification fixes.
    private String canonical() {
        var text = new StringJoiner("\n")
                .add("connection " + connectionId)
                .add("port " + port)
                .add("operator " + operatorAsn)
                .add("peer " + peerAsn)
                .add(
                        switch (auth) {
                            case Authentication.None _ -> "auth none";
                            case Authentication.Md5(var keyName) -> "auth md5 " + keyName;
                            case Authentication.TcpAo(var keyName) -> "auth tcp-ao " + keyName;
                        });
        for (var family : families) {
            text.add("session " + family.family().label() + " " + family.peerAddress() + " " + family.operatorAddress()
                    + "/" + family.prefixLength() + " max " + family.maxPrefix());
        }
        return text.toString();
    }

    /// One session.
    ///
    /// @param prefixLength length of the prefix that both addresses are in
    /// @param maxPrefix    prefixes accepted from the peer before the session is torn down
    /// @param accepts      what is taken of what the peer announces
    public record FamilySpec(
            Family family,
            String peerAddress,
            String operatorAddress,
            int prefixLength,
            int maxPrefix,
            ImportFilter accepts) {

        public FamilySpec(Family family, String peerAddress, String operatorAddress, int prefixLength, int maxPrefix) {
            this(family, peerAddress, operatorAddress, prefixLength, maxPrefix, new ImportFilter.Anything());
        }
    }

    /// How the TCP session is authenticated. A key is known by its name; its text is read where it is used.
    public sealed interface Authentication {

        record None() implements Authentication {}

        /// RFC 2385.
        record Md5(String keyName) implements Authentication {}

        /// RFC 5925.
        record TcpAo(String keyName) implements Authentication {}
    }
}
