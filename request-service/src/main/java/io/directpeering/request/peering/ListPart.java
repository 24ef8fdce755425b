package io.directpeering.request.peering;

import java.util.List;

import io.directpeering.request.query.Freshness;
import io.directpeering.request.query.Known;
import io.directpeering.request.query.ListPlace;

/// One instance's part of a list.
record ListPart(List<Row> rows) {

    /// @param peering a [PeeringView], or what another instance wrote of one
    record Row(ListPlace place, Object peering) {}

    /// The answer to `GET /peerings`, as [PeeringView.Items] describes it.
    record Page(List<Object> items, Freshness freshness) {}

    static ListPart of(List<Known> peerings) {
        return new ListPart(peerings.stream()
                .map(each -> new Row(ListPlace.of(each), PeeringView.of(each)))
                .toList());
    }
}
