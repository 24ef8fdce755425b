package io.directpeering.approval.policyfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// In which facilities networks are present.
///
/// The file is what PeeringDB answers to `GET /api/netfac?fields=local_asn,fac_id`, saved by whoever runs the service
/// as often as they like: a table of the operator's own in the same form will do. Further fields are ignored.
public final class Presences {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<Long, Set<Integer>> facilitiesByAsn;

    private Presences(Map<Long, Set<Integer>> facilitiesByAsn) {
        this.facilitiesByAsn = facilitiesByAsn;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record NetFac(List<Row> data) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        private record Row(
                @JsonProperty("local_asn") long asn,
                @JsonProperty("fac_id") int facility) {}
    }

    /// No list: nothing is known of anybody.
    static Presences unknown() {
        return new Presences(Map.of());
    }

    /// Reads the list, or nothing of it.
    ///
    /// @throws IOException the file is no such list
    public static Presences read(InputStream netFac) throws IOException {
        var facilities = new HashMap<Long, Set<Integer>>();
        for (var row : JSON.readValue(netFac, NetFac.class).data()) {
            facilities.computeIfAbsent(row.asn(), _ -> new HashSet<>()).add(row.facility());
        }
        return new Presences(facilities);
    }

    /// PeeringDB ids of the facilities where this network is listed; null: it is not listed at all.
    public @Nullable Set<Integer> of(long asn) {
        return facilitiesByAsn.get(asn);
    }
}
