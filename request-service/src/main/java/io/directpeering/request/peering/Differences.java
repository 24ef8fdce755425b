package io.directpeering.request.peering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.directpeering.request.peering.DifferencesView.Difference;
import io.directpeering.request.peering.DifferencesView.Side;
import org.jspecify.annotations.Nullable;

/// Holds two states of a peering against each other, as reading it shows them.
@Singleton
class Differences {

    /// What names an item of a list.
    private static final List<String> NAMES = List.of("connectionId", "family");

    /// Changes with the time alone, or is not kept.
    private static final Set<String> LEFT_OUT = Set.of("asOf", "timeInState", "overdue", "bgpSessionState");

    private final ObjectMapper json;

    Differences(ObjectMapper json) {
        this.json = json;
    }

    /// @param one   null: it did not exist yet
    /// @param other later
    DifferencesView between(UUID peeringId, Instant from, @Nullable PeeringView one, Instant to, PeeringView other) {
        var before = one == null ? Map.<String, JsonNode>of() : fields(one);
        var after = fields(other);
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        var found = new ArrayList<Difference>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                found.add(new Difference(name, before.get(name), after.get(name)));
            }
        }
        return new DifferencesView(
                peeringId,
                new Side(from, one == null ? 0 : one.sequence()),
                new Side(to, other.sequence()),
                List.copyOf(found));
    }

    private Map<String, JsonNode> fields(PeeringView view) {
        var all = new LinkedHashMap<String, JsonNode>();
        add(all, "", json.valueToTree(view));
        return all;
    }

    private static void add(Map<String, JsonNode> all, String path, JsonNode node) {
        if (node.isObject()) {
            for (var field : node.properties()) {
                if (!LEFT_OUT.contains(field.getKey())) {
                    add(all, path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue());
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(all, path + "[" + name(node.get(i), i) + "]", node.get(i));
            }
        } else if (!node.isNull()) {
            all.put(path, node);
        }
    }

    private static String name(JsonNode item, int number) {
        return NAMES.stream()
                .filter(item::has)
                .findFirst()
                .map(name -> item.get(name).asText())
                .orElse(String.valueOf(number));
    }
}
