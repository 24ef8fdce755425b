package io.directpeering.request.peering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.directpeering.http.problem.Problems;
import io.directpeering.request.asn.OwnNetworks;
import org.jspecify.annotations.Nullable;

/// Takes a checked request in, and answers with what became of it.
@ApplicationScoped
class Intake {

    private final Requests requests;
    private final Commands commands;
    private final OwnNetworks networks;

    Intake(Requests requests, Commands commands, OwnNetworks networks) {
        this.networks = networks;
        this.requests = requests;
        this.commands = commands;
    }

    /// @param body what the client said, for the instance that answers in our place
    Response take(WantedPeering wanted, Command command, @Nullable Object body) {
        networks.demand(wanted.peerAsn());
        return switch (requests.accept(wanted, command)) {
            case Acceptance.Accepted(var stated) -> commands.requested(command, stated);
            case Acceptance.Repeated(var stated) -> commands.requestedBefore(command, stated);
            case Acceptance.Known(var keyed, var claim) -> commands.again(keyed, claim, body);
            case Acceptance.Taken taken -> throw Problems.conflict(taken.code(), taken.field(), taken.detail());
            case Acceptance.NotApproved(var detail) -> throw Problems.conflict("PeerAsnNotApproved", "peerAsn", detail);
        };
    }
}
