package io.directpeering.approval.peer;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DiscretionTest {

    @ParameterizedTest
    @CsvSource({
        "Nora Noc, noc@example.net, +49 69 555 0142 x17, N***, n***@example.net, ***17",
        "𝒩ora, nobody, 7, 𝒩***, ***, ***7",
        ", , , , , "
    })
    void maskedPersonKeepsWhatTellsOneFromAnother(
            String name, String email, String phone, String maskedName, String maskedEmail, String maskedPhone) {
        // Given
        var person = new Person("Noc", name, email, phone);

        // When
        var masked = Discretion.MASKED.of(List.of(person));

        // Then
        assertThat(masked).containsExactly(new Person("Noc", maskedName, maskedEmail, maskedPhone));
        assertThat(Discretion.OPEN.of(List.of(person))).containsExactly(person);
    }

    @Test
    void principalThatIsNoAddressIsShown() {
        assertThat(Discretion.MASKED.principal("approval-service")).isEqualTo("approval-service");
        assertThat(Discretion.MASKED.principal("noc@example.net")).isEqualTo("n***@example.net");
    }
}
