package io.directpeering.provisioning.router;

import java.util.List;
import java.util.UUID;

import io.directpeering.provisioning.router.SessionSpec.Authentication;
import io.directpeering.provisioning.router.SessionSpec.FamilySpec;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SessionSpecTest {

    private static final FamilySpec V4 = new FamilySpec(Family.IPV4, "198.51.100.0", "198.51.100.1", 31, 1000);
    private static final FamilySpec V6 = new FamilySpec(Family.IPV6, "2001:db8::", "2001:db8::1", 127, 100);

    @Test
    void hashIsTheSameOnEveryMachine() {
        assertThat(spec(64_000, new Authentication.None(), V4, V6).hash())
                .isEqualTo("7a5d74b03b9da79a266bb93092335ddc");
    }

    @Test
    void hashDoesNotDependOnTheOrderOfFamilies() {
        assertThat(spec(64_000, new Authentication.None(), V6, V4).hash())
                .isEqualTo(spec(64_000, new Authentication.None(), V4, V6).hash());
    }

    @Test
    void hashTellsApartWhatARouterHasToTellApart() {
        assertThat(List.of(
                        spec(64_000, new Authentication.None(), V4, V6).hash(),
                        spec(64_001, new Authentication.None(), V4, V6).hash(),
                        spec(64_000, new Authentication.Md5("k"), V4, V6).hash(),
                        spec(64_000, new Authentication.TcpAo("k"), V4, V6).hash(),
                        spec(64_000, new Authentication.Md5("l"), V4, V6).hash(),
                        spec(64_000, new Authentication.None(), V4).hash()))
                .doesNotHaveDuplicates();
    }

    @Test
    void filtersAreNamedApartFromTheSessionsThatTheyFilter() {
        // Given
        var none = spec(64_000, new Authentication.None(), V4, V6);
        var some = spec(64_000, new Authentication.None(), listed("192.0.2.0/24", 24), V6);

        // Then
        assertThat(some.hash()).isEqualTo(none.hash());
        assertThat(List.of(
                        none.filterHash(),
                        some.filterHash(),
                        spec(64_000, new Authentication.None(), listed("192.0.2.0/24", 25), V6)
                                .filterHash(),
                        spec(64_000, new Authentication.None(), listed(), V6).filterHash(),
                        spec(64_000, new Authentication.None(), V4).filterHash()))
                .doesNotHaveDuplicates();
        assertThat(some.filterHash()).isEqualTo("8d32f8497c5cff91");
    }

    private static FamilySpec listed(Object... ranges) {
        var listed = new java.util.ArrayList<ImportFilter.PrefixRange>();
        for (int i = 0; i < ranges.length; i += 2) {
            listed.add(new ImportFilter.PrefixRange((String) ranges[i], (int) ranges[i + 1]));
        }
        return new FamilySpec(Family.IPV4, "198.51.100.0", "198.51.100.1", 31, 1000, new ImportFilter.Listed(listed));
    }

    private static SessionSpec spec(long peerAsn, Authentication auth, FamilySpec... families) {
        return new SessionSpec(new UUID(1, 2), "xe-0/0/1", 64_500, peerAsn, auth, List.of(families));
    }
}
