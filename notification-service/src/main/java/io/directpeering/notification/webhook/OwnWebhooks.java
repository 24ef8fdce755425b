package io.directpeering.notification.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.LockModeType;

import io.directpeering.http.condition.Conditions;
import io.directpeering.http.identity.Caller;
import io.directpeering.http.identity.Roles;
import io.directpeering.http.page.Page;
import io.directpeering.http.page.Place;
import io.directpeering.http.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Parameters;

/// The webhooks that the caller may know of; of any other there is none.
@RequestScoped
class OwnWebhooks {

    private static final int UUID_LENGTH = 36;
    private static final String BEHIND = "(createdAt > :at or createdAt = :at and id > :id)";
    private static final String IN_ORDER = " order by createdAt, id";

    private final Caller caller;
    private final Conditions conditions;
    private final Clock clock;

    OwnWebhooks(Caller caller, Conditions conditions, Clock clock) {
        this.caller = caller;
        this.conditions = conditions;
        this.clock = clock;
    }

    /// One that the caller may see.
    Webhook seen(String id) {
        return seen(find(id, LockModeType.NONE));
    }

    /// One that the caller may change, and has seen as it is ([Conditions#demand]); it stays so until the
    /// transaction ends.
    Webhook held(String id) {
        var webhook = seen(find(id, LockModeType.PESSIMISTIC_WRITE));
        if (!caller.hasRole(Roles.OPERATOR) && (webhook.peerAsn == null || !mayChange(webhook.peerAsn))) {
            throw absent();
        }
        conditions.demand(view(webhook));
        return webhook;
    }

    private Webhook seen(Optional<Webhook> found) {
        return found.filter(webhook -> caller.seesAll()
                        || webhook.peerAsn != null && caller.asns().contains(webhook.peerAsn))
                .orElseThrow(OwnWebhooks::absent);
    }

    boolean mayChange(long asn) {
        return caller.hasRole(Roles.OPERATOR) || caller.asns().contains(asn);
    }

    /// In the order of their registration.
    List<Webhook> list(Page<Place<UUID>> page) {
        var after = page.after();
        var having = new Parameters();
        var conditions = after == null ? "1 = 1" : BEHIND;
        if (after != null) {
            having.and("at", after.at()).and("id", after.id());
        }
        PanacheQuery<Webhook> found = caller.seesAll()
                ? Webhook.find(conditions + IN_ORDER, having)
                : Webhook.find(conditions + " and peerAsn in :asns" + IN_ORDER, having.and("asns", caller.asns()));
        return found.page(0, page.lookFor()).list();
    }

    WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, caller.contactsMasked(), clock.instant());
    }

    private static Optional<Webhook> find(String id, LockModeType lock) {
        try {
            return id.length() == UUID_LENGTH ? Webhook.findByIdOptional(UUID.fromString(id), lock) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Nothing has such an id.
            return Optional.empty();
        }
    }

    private static HttpProblem absent() {
        return Problems.absent("There is no such webhook.");
    }
}
