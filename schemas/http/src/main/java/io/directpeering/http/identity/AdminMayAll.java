package io.directpeering.http.identity;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/// An admin is an operator and an approver, so that no endpoint has to list them all.
@ApplicationScoped
class AdminMayAll implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.hasRole(Roles.ADMIN)
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addRole(Roles.OPERATOR)
                                        .addRole(Roles.APPROVER)
                                        .build()
                                : identity);
    }
}
