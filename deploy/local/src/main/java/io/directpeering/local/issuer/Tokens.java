package io.directpeering.local.issuer;

import java.time.Duration;
import java.util.List;

import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/// Makes bearer tokens.
///
/// @param issuer address of the issuer, which stands in each
public record Tokens(RsaJsonWebKey key, String issuer) {

    /// Whom a token is for.
    public static final String AUDIENCE = "direct-peering";

    /// As long as somebody works with the suite in one go.
    public static final Duration A_DAY = Duration.ofHours(24);

    /// A token that is valid from now on.
    public String of(Person person) {
        return of(person, A_DAY);
    }

    /// @param validity negative: expired since
    public String of(Person person, Duration validity) {
        return signed(claims(person, validity));
    }

    /// What a token says of somebody, for those who want it to say something else.
    public JwtClaims claims(Person person, Duration validity) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(AUDIENCE);
        claims.setSubject(person.name());
        claims.setStringClaim("preferred_username", person.name());
        claims.setStringListClaim("roles", List.copyOf(person.roles()));
        claims.setClaim("asns", List.copyOf(person.asns()));
        claims.setIssuedAtToNow();
        var end = NumericDate.now();
        end.addSeconds(validity.toSeconds());
        claims.setExpirationTime(end);
        claims.setGeneratedJwtId();
        return claims;
    }

    public String signed(JwtClaims claims) {
        var token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }
}
