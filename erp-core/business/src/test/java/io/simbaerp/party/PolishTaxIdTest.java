package io.simbaerp.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolishTaxIdTest {

    @ParameterizedTest
    @CsvSource({"5260250274, true", "5260250275, false", "1234567890, false", "526025027, false", "PL5260250274, false"
    })
    void checksThePolishTaxId(String number, boolean valid) {
        assertThat(PolishTaxId.isValid(number)).isEqualTo(valid);
    }
}
