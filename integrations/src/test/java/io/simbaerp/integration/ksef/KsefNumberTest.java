package io.simbaerp.integration.ksef;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.invoice.received.polish.KsefNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KsefNumberTest {

    @ParameterizedTest
    @CsvSource({
        "5265877635-20250826-0100001AF629-AF, true",
        "5555555555-20250828-010080615740-E4, true",
        "5265877635-20250826-0100001AF629-AE, false",
        "5265877635-20250827-0100001AF629-AF, false",
        "5265877635-20250826-0100001AF629, false",
        "M123456789-20261118-0100001AF629-E0, true",
        "ABC1234567-20261118-0100001AF629-8C, true",
        "AB12345678-20261118-0100001AF629-B0, false",
        "0265877635-20261118-0100001AF629-6C, false",
        "5005877635-20261118-0100001AF629-02, false",
        "5265877635-20261399-0100001AF629-2A, false",
        "5265877635-20230826-010000-1AF629-AF, true"
    })
    void checksTheSumOfTheCurrentFormAndTheFormOfTheOldOne(String number, boolean valid) {
        assertThat(KsefNumber.isValid(number)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({
        "61109010140000071219812874, true",
        "PL61 1090 1014 0000 0712 1981 2874, true",
        "61109010140000071219812875, false",
        "DE89370400440532013000, true",
        "DE88370400440532013000, false",
        "1234567890, true"
    })
    void checksTheDigitsOfAccountsThatHaveSome(String number, boolean plausible) {
        assertThat(AccountNumber.isPlausible(number)).isEqualTo(plausible);
    }
}
