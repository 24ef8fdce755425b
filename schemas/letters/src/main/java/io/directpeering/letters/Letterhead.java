package io.directpeering.letters;

import java.util.List;

/// Who writes, and what stands in every letter.
///
/// @param address      lines of the postal address; empty: none is printed
/// @param publicUrl    where this system is reached from outside, without a slash at the end
/// @param terms        of a letter of authorization, one each; empty: [#DEFAULT_TERMS]
public record Letterhead(
        Party operator, List<String> address, String email, String phone, String publicUrl, List<String> terms) {

    /// What colocation providers usually want to read.
    public static final List<String> DEFAULT_TERMS = List.of(
            "This letter authorizes one cross-connect to the one port named above, and nothing else. It gives no right"
                    + " to the operator's space, power, other ports or other services.",
            "The operator bears no charge for the cross-connect: installation, recurring and removal charges are the"
                    + " customer's.",
            "The authorization ends when the cross-connect is installed, when it expires, or when the operator revokes"
                    + " it, whichever comes first. No cross-connect may be ordered or changed with it afterwards.",
            "The operator may have the cross-connect removed when the peering ends, and then sends a cease letter.",
            "Nothing that is connected already may be moved or disconnected on the strength of this letter. If the port"
                    + " is occupied, stop and call the operator.");

    public Letterhead {
        address = List.copyOf(address);
        terms = terms.isEmpty() ? DEFAULT_TERMS : List.copyOf(terms);
    }

    String verificationAddress(String code) {
        return publicUrl + "/verify/" + code;
    }
}
