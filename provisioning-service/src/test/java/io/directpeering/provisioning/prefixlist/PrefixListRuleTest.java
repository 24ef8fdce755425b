package io.directpeering.provisioning.prefixlist;

import java.util.ArrayList;
import java.util.List;

import io.directpeering.http.problem.Violation;
import io.directpeering.http.problem.Violations;
import io.directpeering.provisioning.prefixlist.PrefixListBody.Entry;
import io.directpeering.provisioning.router.ImportFilter.PrefixRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PrefixListRuleTest {

    private final Violations violations = new Violations();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20.0.0.0/16         |     | 20.0.0.0/16       | 16",
                "20.0.0.0/16         | 24  | 20.0.0.0/16       | 24",
                "20.1.2.3/32         | 32  | 20.1.2.3/32       | 32",
                "2A00:0100::/32      | 48  | 2a00:100::/32     | 48",
                "2a00:100:0:0::1/128 |     | 2a00:100::1/128   | 128",
            })
    void takesWhatIsPublicAndAligned(String prefix, @Nullable Integer longest, String canonical, int upTo) {
        // When
        var ranges = check(false, prefix, longest);

        // Then
        assertThat(violations.all()).isEmpty();
        assertThat(ranges.ipv4().isEmpty() ? ranges.ipv6() : ranges.ipv4())
                .containsExactly(new PrefixRange(canonical, upTo));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20.0.0.1/16       |     | .prefix  | the network that it lies in is 20.0.0.0/16",
                "2a00:100::1/64    |     | .prefix  | the network that it lies in is 2a00:100::/64",
                "20.0.0.0/16       | 15  | .longest | must be from 16",
                "20.0.0.0/16       | 33  | .longest | to 32",
                "2a00:100::/32     | 129 | .longest | to 128",
                "20.0.0.0          |     | .prefix  | spelled like",
                "20.0.0.0/33       |     | .prefix  | spelled like",
                "20.0.0/16         |     | .prefix  | spelled like",
                "020.0.0.0/16      |     | .prefix  | spelled like",
                "20.0.0.256/32     |     | .prefix  | spelled like",
                "0.0.0.0/0         | 24  | .prefix  | must be public",
                "10.1.0.0/16       |     | .prefix  | private use (RFC 1918)",
                "172.0.0.0/8       | 24  | .prefix  | 172.16.0.0/12 is for private use",
                "100.64.0.0/10     |     | .prefix  | shared address space",
                "169.254.0.0/30    |     | .prefix  | link local",
                "224.0.0.0/24      |     | .prefix  | multicast",
                "203.0.113.0/24    |     | .prefix  | documentation (RFC 5737)",
                "::/0              | 48  | .prefix  | must be public",
                "fe80::/64         |     | .prefix  | not global unicast",
                "fd00::/48         |     | .prefix  | not global unicast",
                "2001:db8:1::/48   |     | .prefix  | documentation (RFC 3849)",
                "2002::/17         |     | .prefix  | 6to4",
            })
    void saysWhatIsWrongWithAnEntry(String prefix, @Nullable Integer longest, String field, String message) {
        // When
        check(false, prefix, longest);

        // Then
        assertThat(violations.all()).hasSize(1);
        assertThat(violations.all().getFirst().field()).endsWith("[0]" + field);
        assertThat(violations.all().getFirst().message()).contains(message);
    }

    @Test
    void aLaboratoryMayListWhatIsKeptForDocumentation() {
        // When
        check(true, "203.0.113.0/26", 29);
        check(true, "2001:db8:1::/48", 64);

        // Then
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void whatStandsThereTwiceIsNamedWithBothPlaces() {
        // When
        rule(false)
                .check(
                        violations,
                        new PrefixListBody(
                                "x",
                                List.of(new Entry("20.0.0.0/16", 24), new Entry("20.0.0.0/16", 20)),
                                List.of(new Entry("2a00:100::/32", null), new Entry("2A00:100:0::/32", null))));

        // Then
        assertThat(violations.all()).extracting(Violation::field).containsExactly("ipv4[1].prefix", "ipv6[1].prefix");
        assertThat(violations.all().getFirst().message()).contains("ipv4[0]");
    }

    @Test
    void bothFamiliesHaveToBeSaidAndMayBeEmpty() {
        // When
        var ranges = rule(false).check(violations, new PrefixListBody("x", List.of(), null));

        // Then
        assertThat(violations.all()).extracting(Violation::field).containsExactly("ipv6");
        assertThat(ranges.ipv4()).isEmpty();
    }

    @Test
    void tooManyAreRefusedWithTheMaximum() {
        // Given
        var many = new ArrayList<@Nullable Entry>();
        for (int i = 0; i <= PrefixListRule.MOST_ENTRIES; i++) {
            many.add(new Entry("20." + i / 256 + "." + i % 256 + ".0/24", null));
        }

        // When
        rule(false).check(violations, new PrefixListBody("x", many, List.of()));

        // Then
        assertThat(violations.all()).hasSize(1);
        assertThat(violations.all().getFirst().message()).contains("1001 entries", "at most 1000");
    }

    private Ranges check(boolean documentation, String prefix, @Nullable Integer longest) {
        var entries = List.of(new Entry(prefix, longest));
        return rule(documentation)
                .check(
                        violations,
                        prefix.contains(":")
                                ? new PrefixListBody("x", List.of(), List.copyOf(entries))
                                : new PrefixListBody("x", List.copyOf(entries), List.of()));
    }

    private static PrefixListRule rule(boolean documentation) {
        return new PrefixListRule(documentation);
    }
}
