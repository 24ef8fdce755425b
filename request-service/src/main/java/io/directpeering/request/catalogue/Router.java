package io.directpeering.request.catalogue;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/// A router of the operator's, as far as legacy links end on it.
@JsonIgnoreProperties(ignoreUnknown = true)
public record Router(String name, int peeringDBFacilityId, List<Port> ports) {

    /// A port on offer, or a range of them: `et-0/0/[1-24]`.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Port(String name) {

        private static final Pattern RANGE = Pattern.compile("\\[(\\d{1,4})-(\\d{1,4})]");

        boolean covers(String other) {
            var range = RANGE.matcher(name);
            if (!range.find()) {
                return name.equals(other);
            }
            var before = name.substring(0, range.start());
            var after = name.substring(range.end());
            if (other.length() <= before.length() + after.length()
                    || !other.startsWith(before)
                    || !other.endsWith(after)) {
                return false;
            }
            var number = other.substring(before.length(), other.length() - after.length());
            return number.matches("[0-9]{1,4}")
                    && Integer.parseInt(number) >= Integer.parseInt(range.group(1))
                    && Integer.parseInt(number) <= Integer.parseInt(range.group(2));
        }
    }

    boolean offers(String port) {
        return ports.stream().anyMatch(each -> each.covers(port));
    }
}
