package io.simbaerp.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @CsvSource({
        "PL61 1090 1014 0000 0712 1981 2874, PL61109010140000071219812874",
        "61109010140000071219812874, PL61109010140000071219812874",
        "de89 3704 0044 0532 0130 00, DE89370400440532013000",
        "GB29-NWBK-6016-1331-9268-19, GB29NWBK60161331926819",
        "NO9386011117947, NO9386011117947"
    })
    void takesARightNumberHoweverItIsWritten(String entered, String iban) {
        assertThat(Iban.parse(entered)).contains(iban);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PL61109010140000071219812875",
                "PL16109010140000071219812874",
                "PL6110901014000007121981287",
                "61109010140000071219812875",
                "DE8937040044053201300",
                "not an account",
                "",
                "PL61109010140000071219812874; drop table"
            })
    void refusesAWrongOne(String entered) {
        assertThat(Iban.parse(entered)).isEmpty();
    }

    @Test
    void isShownInGroupsOfFour() {
        assertThat(Iban.grouped("NO9386011117947")).isEqualTo("NO93\u00a08601\u00a01117\u00a0947");
    }
}
