package io.simbaerp.invoice.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Transwolta Logistyka Sp. z o.o. | TRANSWOLTA LOGISTYKA SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ | true
            Żółw S.A.                       | Zolw Spółka Akcyjna                                         | true
            Hanzavia Spedition GmbH         | Hanzavia Spedition                                          | true
            Transwolta Logistyka            | Transwolta Energia                                          | false
            Transport Krajowy               | Transport Morski Krajowy Gdynia                             | false
            Sp. z o.o.                      | S.A.                                                        | false
            ''                              | ''                                                          | false
            """)
    void isComparedByTheWordsThatSaySomething(String one, String other, boolean alike) {
        assertThat(PartyName.isAlike(one, other)).isEqualTo(alike);
        assertThat(PartyName.isAlike(other, one)).isEqualTo(alike);
    }

    @ParameterizedTest
    @CsvSource({"Żółw Logistyka Sp. z o.o., Logistyka", "Ab Xy Sp. z o.o., ''"})
    void isSearchedForByItsLongestWord(String name, String word) {
        assertThat(PartyName.mark(name).orElse("")).isEqualTo(word);
    }
}
